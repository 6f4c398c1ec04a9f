import { addDays, type Day, formatDay, weekdayOf, yearOf } from './local-date'
import { holidayYears } from './holidays'

/** A day in a year whose holidays are not known: nothing is counted, plain weekdays are never assumed. */
export interface CalendarUnknown {
  ok: false
  code: 'calendar-unknown'
  year: number
}

export type WorkDayResult = { ok: true; day: Day } | CalendarUnknown

const unknown = (year: number): CalendarUnknown => ({ ok: false, code: 'calendar-unknown', year })

/** By the State Council's calendar (holidays and 调休); undefined for a year without data. */
export function isWorkDay(day: Day): boolean | undefined {
  const year = holidayYears.get(yearOf(day))
  if (year === undefined) return undefined
  const name = formatDay(day)
  if (year.workingWeekends.includes(name)) return true
  if (year.holidays.includes(name)) return false
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6
}

/** The `n`-th working day after `from`: the next working day is day 1. `n` ≥ 1. */
export function addWorkDays(from: Day, n: number): WorkDayResult {
  let day = from
  for (let left = n; left > 0;) {
    day = addDays(day, 1)
    const works = isWorkDay(day)
    if (works === undefined) return unknown(yearOf(day))
    if (works) left -= 1
  }
  return { ok: true, day }
}

/** Working days after `from` up to and including `to`; 0 where `to` is not later. */
export function workDaysBetween(from: Day, to: Day): { ok: true; days: number } | CalendarUnknown {
  let days = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const works = isWorkDay(day)
    if (works === undefined) return unknown(yearOf(day))
    if (works) days += 1
  }
  return { ok: true, days }
}
