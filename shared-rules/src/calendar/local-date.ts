/**
 * Calendar days without Date: a Day is the integer yyyymmdd, so that days compare as numbers.
 * Day numbers count days from 1970-01-01 (proleptic Gregorian calendar, no time zone).
 */
export type Day = number

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

export const day = (year: number, month: number, dayOfMonth: number): Day => year * 10000 + month * 100 + dayOfMonth
export const yearOf = (d: Day): number => Math.floor(d / 10000)
export const monthOf = (d: Day): number => Math.floor(d / 100) % 100
export const dayOfMonth = (d: Day): number => d % 100

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The same day of the month, or the month's last day where that month is shorter. */
function clamped(year: number, month: number, wanted: number): Day {
  return day(year, month, Math.min(wanted, daysInMonth(year, month)))
}

/** The anniversary of 29 February in a common year is 28 February. */
export const addYears = (d: Day, years: number): Day => clamped(yearOf(d) + years, monthOf(d), dayOfMonth(d))

export function addMonths(d: Day, months: number): Day {
  const index = yearOf(d) * 12 + monthOf(d) - 1 + months
  return clamped(Math.floor(index / 12), (index % 12) + 1, dayOfMonth(d))
}

/** Days since 1970-01-01 (Howard Hinnant's civil calendar algorithm, years from March). */
export function toDayNumber(d: Day): number {
  const month = monthOf(d)
  const year = yearOf(d) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth(d) - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

export function fromDayNumber(n: number): Day {
  const shifted = n + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return day(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)
}

export const addDays = (d: Day, days: number): Day => fromDayNumber(toDayNumber(d) + days)

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (d: Day): number => (((toDayNumber(d) + 4) % 7) + 7) % 7

/** `YYYY-MM-DD` of a day. */
export function formatDay(d: Day): string {
  const pad = (n: number) => (n < 10 ? `0${n}` : `${n}`)
  return `${yearOf(d)}-${pad(monthOf(d))}-${pad(dayOfMonth(d))}`
}

/** 2023年3月27日（周一）, the year only where asked for. */
export function formatChineseDay(d: Day, withYear = false): string {
  const weekday = WEEKDAYS[weekdayOf(d)] ?? ''
  return `${withYear ? `${yearOf(d)}年` : ''}${monthOf(d)}月${dayOfMonth(d)}日（${weekday}）`
}

/** Reads `YYYY-MM-DD`; undefined where it is not of that form or no such day exists (31 February). */
export function parseDay(text: string): Day | undefined {
  const span = parseSpan(text)
  return span !== undefined && span.first === span.last ? span.first : undefined
}

/** The days that a date stands for: one day, or all days of a month known only as `YYYY-MM`. */
export interface Span {
  first: Day
  last: Day
}

const DATE = /^\d{4}-\d{2}(-\d{2})?$/

export const isDateShaped = (text: string): boolean => DATE.test(text)

/** The number that two digits of a text make. */
const twoDigits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48

/** Reads `YYYY-MM-DD` or `YYYY-MM`; undefined where no such day or month exists. */
export function parseSpan(text: string): Span | undefined {
  if (!isDateShaped(text)) return undefined
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  if (month < 1 || month > 12) return undefined
  const length = daysInMonth(year, month)
  if (text.length === 7) return { first: day(year, month, 1), last: day(year, month, length) }
  const only = twoDigits(text, 8)
  if (only < 1 || only > length) return undefined
  return { first: day(year, month, only), last: day(year, month, only) }
}
