import { type ServerTime } from '@app/contract'
import { daysBetween } from '@/shared/texts/days'
import { lastMoment, untilText } from '@/shared/texts/instants'

export interface Until {
  text: string
  /** Three days or less, or over. */
  urgent: boolean
}

const isOver = (last: { day: string; time: string }, { day, time }: ServerTime) =>
  last.day < day || (last.day === day && last.time <= time.slice(0, 5))

/** 最晚 3月27日（周一）24:00，还剩 3 天 · until when, and what is left of it where the server's time is known. */
export const untilOf = (until: string, now: ServerTime | undefined): Until => {
  const text = `最晚 ${untilText(until)}`
  const last = lastMoment(until)
  if (!last || !now) return { text, urgent: false }
  if (isOver(last, now)) return { text: `${text}，已经过了`, urgent: true }
  const left = daysBetween(now.day, last.day) ?? 0
  return { text: left === 0 ? `${text}，今天是最后一天` : `${text}，还剩 ${left} 天`, urgent: left <= 3 }
}
