import type { Day } from './local-date'
import { addWorkDays, type CalendarUnknown } from './work-days'

/** The limits of 三(五)1 (list) and 三(五)2 (return): 2 working days, for units of 市直 and 中央/省驻焦. */
export const LIMIT_WORK_DAYS = 2

/**
 * A limit in working days: it ends at 24:00 of `effective`. Where the count runs past the close of the review window the window's
 * close is what counts, and both are shown.
 */
export type Deadline = { ok: true; nominal: Day; effective: Day } | CalendarUnknown

/** N working days from an event: the next working day is day 1, the limit is the end (24:00) of day N. */
export function deadline(eventOn: Day, workDays: number, windowCloses: Day): Deadline {
  const nominal = addWorkDays(eventOn, workDays)
  if (!nominal.ok) return nominal
  return { ok: true, nominal: nominal.day, effective: Math.min(nominal.day, windowCloses) }
}
