import { addSeconds } from '../../platform/time/clock'

/** WeChat's own limits, and ours. Seconds. */
export const orderSeconds = 2 * 3600
/** WeChat refuses an order that ends sooner than 5 minutes ahead; half a minute for the call to arrive. */
export const leastSeconds = 5 * 60 + 30
/** So short before its end an order is not shown to a payer any more: he would not get through. */
export const lastSeconds = 60

const steps = [10, 30, 60, 180, 600, 1800]

/** When WeChat is asked after this many answers that brought nothing: soon at first, then hourly, at the latest when the order ends. */
export function nextQueryAt(step: number, now: Date, timeExpire: Date): Date {
  const next = addSeconds(now, steps[step] ?? 3600)
  return next < timeExpire ? next : timeExpire > now ? timeExpire : addSeconds(now, 30)
}

/** The end of an order that is made now: two hours, as long as WeChat's prepay id lives, but never past the deadline. Whole seconds. */
export function endOfOrder(now: Date, payUntil: Date): Date {
  const end = Math.min(addSeconds(now, orderSeconds).getTime(), payUntil.getTime())
  return new Date(Math.floor(end / 1000) * 1000)
}

/** Too late for a new order. */
export function windowOver(now: Date, payUntil: Date): boolean {
  return addSeconds(now, leastSeconds) > endOfOrder(now, payUntil)
}
