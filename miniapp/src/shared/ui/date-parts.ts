import { daysInMonth } from '@app/shared-rules'

/** A date as the wheels hold it; `day` only where it is asked. */
export interface DateParts {
  year: number
  month: number
  day?: number
}

const two = (n: number) => (n < 10 ? `0${n}` : String(n))

/** `YYYY-MM` or `YYYY-MM-DD`. */
export const toText = ({ year, month, day }: DateParts) =>
  `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`

export const toParts = (text: string): DateParts | undefined => {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text)
  if (!match) return undefined
  const parts = { year: Number(match[1]), month: Number(match[2]) }
  return match[3] === undefined ? parts : { ...parts, day: Number(match[3]) }
}

/** 2005年9月 or 2005年9月1日. */
export const inWords = (text: string) => {
  const parts = toParts(text)
  if (!parts) return text
  return `${parts.year}年${parts.month}月${parts.day === undefined ? '' : `${parts.day}日`}`
}

/** The nearest date between the limits that exists: 31 → 30 in a short month, 29 February only in a leap year. */
export const clampDate = (parts: DateParts, min: string, max: string): DateParts => {
  const day = parts.day === undefined ? {} : { day: Math.min(parts.day, daysInMonth(parts.year, parts.month)) }
  const text = toText({ year: parts.year, month: parts.month, ...day })
  // texts of one shape compare as dates; a limit that knows the day counts by its month where only the month is asked
  const limit = (edge: string) => (parts.day === undefined ? edge.slice(0, 7) : edge)
  if (text < limit(min)) return toParts(limit(min)) ?? parts
  if (text > limit(max)) return toParts(limit(max)) ?? parts
  return { year: parts.year, month: parts.month, ...day }
}
