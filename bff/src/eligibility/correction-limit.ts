import { addWorkDays, type Pack } from '@app/shared-rules'
import type { CorrectionLimit } from '../contract'
import { beijingDay } from '../platform/time/clock'
import { endOfDay } from './deadlines'

/** Working days that one has after a return; undefined: nobody has set it. */
export type LimitRule = { workDays: number } | undefined

/**
 * Until when a return may be corrected: N working days after the day of the return, at the latest the close of the review window.
 * Where the number of days is not set, or the holidays of the year are not known, only the window's close is said.
 * @param returnedAt instant
 */
export function correctionLimit(pack: Pack, returnedAt: Date, rule: LimitRule, now: Date): CorrectionLimit {
  const windowClose = pack.schedule.reviewClosesOn
  if (!rule) return unknownLimit('not-set', windowClose, now)
  const last = addWorkDays(beijingDay(returnedAt), rule.workDays)
  if (!last.ok) return unknownLimit('calendar-unknown', windowClose, now)
  const effective = last.day < windowClose ? last.day : windowClose
  const until = endOfDay(effective)
  const workDaysLeft = workDaysBetween(beijingDay(now), effective)
  return {
    state: 'set',
    nominal: last.day,
    effective,
    until: until.toISOString(),
    workDaysLeft,
    passed: now >= until,
  }
}

function unknownLimit(reason: 'not-set' | 'calendar-unknown', windowClose: string, now: Date): CorrectionLimit {
  const until = endOfDay(windowClose)
  return { state: 'unknown', reason, windowClose, until: until.toISOString(), passed: now >= until }
}

/** Working days after `today` up to and including `last`. */
function workDaysBetween(today: string, last: string): number {
  for (let count = 0; ; count += 1) {
    const next = addWorkDays(today, count + 1)
    if (!next.ok || next.day > last) return count
  }
}
