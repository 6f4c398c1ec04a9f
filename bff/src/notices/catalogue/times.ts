import { beijingDay, beijingTime } from '../../platform/time/clock'

/** Instants as people say them: always with date, weekday and hour. */
type Instant = Date | string

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

const dayMilliseconds = 24 * 3_600_000

const dateOf = (instant: Instant): Date => new Date(instant)

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMilliseconds

/** 3月27日（周一） of `YYYY-MM-DD`. */
export function dayText(day: string): string {
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日（${weekday}）`
}

/** 3月23日（周四）15:20 */
export function momentText(instant: Instant): string {
  const at = dateOf(instant)
  return `${dayText(beijingDay(at))}${beijingTime(at).slice(0, 5)}`
}

/** The last day (`YYYY-MM-DD`) of a time that ends at this instant: midnight belongs to the day that it ends. */
export const lastDay = (until: Instant): string => beijingDay(new Date(dateOf(until).getTime() - 1))

/** 3月27日（周一）24:00: midnight is said as the end of the day before. */
export function untilText(until: Instant): string {
  const at = dateOf(until)
  return beijingTime(at) === '00:00:00' ? `${dayText(lastDay(at))}24:00` : momentText(at)
}

/** Whole days left after today: 0 on the last day, less than 0 when it is over. */
export const daysLeft = (until: Instant, now: Date): number =>
  dateOf(until) <= now ? -1 : dayNumber(lastDay(until)) - dayNumber(beijingDay(now))

/** 还剩 3 天 */
export function leftText(until: Instant, now: Date): string {
  const left = daysLeft(until, now)
  if (left < 0) return '期限已经过了'
  return left === 0 ? '今天是最后一天' : `还剩 ${left} 天`
}
