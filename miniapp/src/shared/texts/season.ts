import { type Pack } from '@app/shared-rules'
import { chineseDay, monthOfText, shortDay } from './days'

type Schedule = Pack['schedule']

export interface SeasonStage {
  name: string
  days: string
  state: 'done' | 'now' | 'ahead'
}

export interface Season {
  year: number
  stages: SeasonStage[]
  /** Today and what it is in; absent while the server's day is unknown. */
  today?: string
}

interface Span {
  name: string
  days: string
  from: string
  to: string
}

const months = (from: string, to: string) => `${monthOfText(from)}–${monthOfText(to)}月`

const spans = (s: Schedule): Span[] => [
  {
    name: '报名',
    days: `至${shortDay(s.registrationClosesOn)}`,
    from: s.registrationOpensOn,
    to: s.registrationClosesOn,
  },
  { name: '审查', days: `至${shortDay(s.reviewClosesOn)}`, from: s.registrationOpensOn, to: s.reviewClosesOn },
  { name: '培训', days: months(s.trainingFrom, s.trainingTo), from: s.trainingFrom, to: s.trainingTo },
  { name: '考试', days: months(s.examsFrom, s.examsTo), from: s.examsFrom, to: s.examsTo },
  { name: '结果', days: months(s.resultsFrom, s.resultsTo), from: s.resultsFrom, to: s.resultsTo },
]

/** Days are texts of one shape, so they compare as dates. */
const stateOn = (day: string | undefined, { from, to }: Span): SeasonStage['state'] => {
  if (day === undefined || day < from) return 'ahead'
  return day > to ? 'done' : 'now'
}

const todayText = (day: string, all: Span[]) => {
  const running = all.filter((span) => stateOn(day, span) === 'now').map(({ name }) => name)
  return running.length === 0 ? `今天是 ${chineseDay(day)}。` : `今天 ${chineseDay(day)}，正在${running.join('、')}。`
}

/** The five stages on a day, `YYYY-MM-DD`; without one nothing is marked. */
export const seasonOn = ({ year, schedule }: Pick<Pack, 'year' | 'schedule'>, day: string | undefined): Season => {
  const all = spans(schedule)
  const stages = all.map((span) => ({ name: span.name, days: span.days, state: stateOn(day, span) }))
  return day === undefined ? { year, stages } : { year, stages, today: todayText(day, all) }
}
