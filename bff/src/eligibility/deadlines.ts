import type { Pack } from '@app/shared-rules'
import { beijingDay } from '../platform/time/clock'

/** 24:00 Beijing of a day: the first instant that no longer counts. */
export function endOfDay(day: string): Date {
  return new Date(`${day}T24:00:00+08:00`)
}

/** 00:00 Beijing of a day. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

/** Registration runs through the whole of its last day: 23:59:59 passes, 24:00 does not. */
export function registration(
  pack: Pack,
  now: Date,
): { state: 'not-open' | 'open' | 'closed'; opensOn: string; closedAt: string } {
  const { registrationOpensOn, registrationClosesOn } = pack.schedule
  const today = beijingDay(now)
  const state = today < registrationOpensOn ? 'not-open' : now < endOfDay(registrationClosesOn) ? 'open' : 'closed'
  return { state, opensOn: registrationOpensOn, closedAt: endOfDay(registrationClosesOn).toISOString() }
}

/** 资格审查 ends with its last day (五(一)): nothing is approved or returned after it. */
export function reviewWindow(pack: Pack, now: Date): { closed: boolean; closedAt: string } {
  const end = endOfDay(pack.schedule.reviewClosesOn)
  return { closed: now >= end, closedAt: end.toISOString() }
}
