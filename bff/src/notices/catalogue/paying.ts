import type { NoticeSubject } from '../../applications/notice-door'
import type { Occasion } from './notice'
import { inTime, officeText, yuan } from './phrases'

type Paying = Pick<NoticeSubject, 'payment' | 'payUntil' | 'officeName' | 'counter'>

/** Instant until which the fee can be paid; undefined: it cannot be, now. */
export function dueNow({
  subject: { payment, payUntil },
  now,
}: Pick<Occasion, 'now'> & { subject: Paying }): Date | undefined {
  const open = payment.state === 'online' || payment.state === 'counter'
  return open && payUntil !== undefined && now < payUntil ? payUntil : undefined
}

/** ` ¥80.00`; empty where the amount is not known. */
export const amountText = ({ payment: { feeCents } }: Pick<Paying, 'payment'>): string =>
  feeCents === undefined ? '' : ` ${yuan(feeCents)}`

export function whyClosed({ payment: { state, reason }, officeName }: Paying): string {
  if (state !== 'closed') return '缴费的事请等通知，'
  return `${officeName}还没有公布${reason === 'fee-not-set' ? '收多少钱' : '最晚哪天缴'}，`
}

/** 在 4月10日（周一）24:00 前在微信里缴费，还剩 3 天。 */
export function howToPay({ subject, now }: Pick<Occasion, 'now'> & { subject: Paying }, due: Date): string {
  if (subject.payment.state === 'online') return `${inTime(due, now, '在微信里缴费')}。`
  const { address } = subject.counter
  const where = address ? `地址：${address}。` : ''
  return `${inTime(due, now, `带身份证到${officeText(subject)}窗口缴费`)}。${where}`
}
