import { beijingDay, beijingTime } from '../platform/time/clock'

const morning = '08:00:00'
const evening = '21:00:00'
const day = 24 * 3_600_000

/** 08:00 Beijing of the next morning that is not over. */
export function nextMorning(now: Date): Date {
  const today = new Date(`${beijingDay(now)}T${morning}+08:00`)
  return now < today ? today : new Date(today.getTime() + day)
}

/** Reminders do not come between 21:00 and 08:00: they wait for the morning. */
export function afterQuietHours(now: Date): Date {
  const time = beijingTime(now)
  return time >= evening || time < morning ? nextMorning(now) : now
}
