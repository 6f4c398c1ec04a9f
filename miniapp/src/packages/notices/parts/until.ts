import { type NoticeView, type ServerTime } from '@app/contract'
import { daysBetween } from '@/shared/texts/days'
import { lastMoment, untilText } from '@/shared/texts/instants'

export interface Until {
  text: string
  /** Three days or less, or over. */
  urgent: boolean
}

const isOver = (last: { day: string; time: string }, { day, time }: ServerTime) =>
  last.day < day || (last.day === day && last.time <= time.slice(0, 5))

/** What is left by the server's clock; undefined while that is unknown. */
const leftOf = (until: string, now: ServerTime | undefined): Until | undefined => {
  const last = lastMoment(until)
  if (!last || !now) return undefined
  if (isOver(last, now)) return { text: '期限已经过了', urgent: true }
  const left = daysBetween(now.day, last.day) ?? 0
  return { text: left === 0 ? '今天是最后一天' : `还剩 ${left} 天`, urgent: left <= 3 }
}

/** 最晚 3月27日（周一）24:00，还剩 3 天 · the day only once, where the words of what to do have it already. */
export const untilOf = ({ until, todo }: NoticeView, now: ServerTime | undefined): Until | undefined => {
  if (until === undefined) return undefined
  const day = untilText(until)
  const left = leftOf(until, now)
  const words = [!todo?.includes(day) && `最晚 ${day}`, left?.text].filter(Boolean).join('，')
  return words === '' ? undefined : { text: words, urgent: left?.urgent === true }
}
