import { plain } from './item-words'
import { dayText, momentText } from './times'

/** What the office may say of training, exam and results. Its contract leaves the names open, so what is not known here is left out. */
const labels: Readonly<Record<string, string>> = {
  subject: '科目',
  date: '日期',
  time: '时间',
  startsOn: '开始',
  startsAt: '开始',
  from: '开始',
  endsOn: '结束',
  endsAt: '结束',
  to: '结束',
  place: '地点',
  site: '考点',
  address: '地址',
  room: '考场',
  seat: '座位号',
  ticketNo: '准考证号',
  score: '成绩',
  theoryScore: '理论成绩',
  skillScore: '技能成绩',
  conclusion: '结论',
  result: '结果',
  answer: '答复',
  opinion: '意见',
  reason: '原因',
  certificateNo: '证书编号',
  note: '说明',
}

const day = /^\d{4}-\d{2}-\d{2}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/
/** A code of the office, not words. */
const code = /^[A-Za-z][A-Za-z_-]*$/

const exists = (text: string): boolean => !Number.isNaN(Date.parse(text))

function valueText(value: string): string {
  if (day.test(value) && exists(value)) return dayText(value)
  if (instant.test(value) && exists(value)) return momentText(value)
  return code.test(value) ? '' : plain(value)
}

/** 日期：7月8日（周六），地点：示例考点。 Empty where nothing is known. */
export function factsText(facts: Readonly<Record<string, string>>): string {
  const known = Object.entries(labels).flatMap(([key, label]) => {
    const value = valueText(facts[key] ?? '')
    return value ? [`${label}：${value}`] : []
  })
  return known.length === 0 ? '' : `${known.join('，')}。`
}

/** Instant of what is announced, where the facts say one: 08:00 Beijing of a day without an hour. */
export function factsWhen(facts: Readonly<Record<string, string>>): Date | undefined {
  for (const key of ['startsAt', 'date', 'startsOn', 'from']) {
    const value = facts[key] ?? ''
    if (instant.test(value) && exists(value)) return new Date(value)
    if (day.test(value) && exists(value)) return new Date(`${value}T${hourOf(facts['time'])}:00+08:00`)
  }
  return undefined
}

const hourOf = (time = ''): string => /^([01]\d|2[0-3]):[0-5]\d/.exec(time)?.[0] ?? '08:00'
