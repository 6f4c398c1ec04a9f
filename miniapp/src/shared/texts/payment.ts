import { type PaymentStatus } from '@app/contract'
import { chineseDay, daysBetween } from './days'
import { untilText } from './instants'

type Deadline = Pick<PaymentStatus, 'deadline' | 'payUntil'>

/** 4月5日（周三）24:00; undefined where none is set. */
export const payUntilText = ({ deadline, payUntil }: Deadline): string | undefined =>
  payUntil ? untilText(payUntil) : deadline && `${chineseDay(deadline)}24:00`

const leftText = (deadline: string | undefined, day: string | undefined) => {
  const left = deadline !== undefined && day !== undefined ? daysBetween(day, deadline) : undefined
  if (left === undefined || left < 0) return ''
  return left === 0 ? '，今天是最后一天' : `，还剩 ${left} 天`
}

/** 请在 4月5日（周三）24:00 前缴费，还剩 3 天。 `day`: the server's, where it is known. */
export const payByText = (due: Deadline, day?: string): string | undefined => {
  const until = payUntilText(due)
  return until && `请在 ${until} 前缴费${leftText(due.deadline, day)}。`
}
