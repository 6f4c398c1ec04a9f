import { addYears, type Answers, type FactKey, formatDay, type Pack, parseSpan } from '@app/shared-rules'

interface DateRange {
  min: string
  max: string
  /** Shown at first. */
  start: string
}

const yearOf = (date: string | undefined) => (date === undefined ? undefined : Number(date.slice(0, 4)))

/** No one works before 15, so no later start of work is offered as impossible first. */
const firstWorkDay = (birthDate: string | undefined) => {
  const span = birthDate === undefined ? undefined : parseSpan(birthDate)
  return span === undefined ? '1955-01-01' : formatDay(addYears(span.first, 15))
}

/** Which dates a question offers, and where its wheels stand at first: near what is likely, from what is known. */
export const dateRange = (pack: Pack, { facts }: Answers, key: FactKey): DateRange => {
  const closes = pack.schedule.registrationClosesOn
  const birthYear = yearOf(facts.birthDate) ?? pack.year - 48
  switch (key) {
    case 'birthDate':
      return { min: '1940-01-01', max: `${pack.year - 15}-12-31`, start: `${pack.year - 48}-06` }
    case 'workStart':
      return { min: firstWorkDay(facts.birthDate), max: closes, start: `${Math.min(birthYear + 22, pack.year - 1)}-07` }
    case 'regularisedOn': {
      const started = facts.workStart ?? `${birthYear + 22}-07`
      return {
        min: `${started.slice(0, 7)}-01`,
        max: `${pack.year + 1}-12-31`,
        start: `${Number(started.slice(0, 4)) + 1}${started.slice(4, 7)}`,
      }
    }
    default:
      return { min: `${pack.year - 10}-01-01`, max: closes, start: `${pack.year - 1}-06` }
  }
}
