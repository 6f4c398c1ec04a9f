import { type PaymentStatus } from '@app/contract'
import { open } from '@/shared/navigation'
import { daysBetween } from '@/shared/texts/days'
import { yuanText } from '@/shared/texts/money'
import { payByText } from '@/shared/texts/payment'
import { type Step } from './step'

const named = (what: string, { amountCents }: PaymentStatus) =>
  amountCents === undefined ? what : `${what} ${yuanText(amountCents)}`

const isUrgent = ({ deadline }: PaymentStatus, day: string | undefined) => {
  const left = deadline !== undefined && day !== undefined ? daysBetween(day, deadline) : undefined
  return left !== undefined && left <= 3
}

const waits: Partial<Record<PaymentStatus['state'], Pick<Step, 'title' | 'text'>>> = {
  closed: { title: '审查通过，还不能缴费', text: '点进去看为什么、接下来怎么办。您的申报还在。' },
  confirming: { title: '缴费确认中', text: '正在向微信支付查，请不要再付。' },
  held: { title: '钱已收到，正在核对', text: '不用再付，有结果会在这里告诉您。' },
  paid: { title: '已缴费', text: '现在不用做什么，等确认。' },
  free: { title: '不用缴费', text: '现在不用做什么，等确认。' },
  overdue: { title: '缴费期限已经过了', text: '期限前付过的，请点进去再查一次。' },
}

/** What the fee asks of the person; `payment` undefined: not loaded. `day`: the server's. */
export const paymentStep = (id: string, payment: PaymentStatus | undefined, day: string | undefined): Step => {
  const toPay = (label: string) => ({ label, onPress: () => open('apply', 'pay', { id }) })
  if (payment?.state === 'payable') {
    const until = payByText(payment, day)
    return { title: named('缴费', payment), text: until ?? '', urgent: isUrgent(payment, day), action: toPay('去缴费') }
  }
  if (payment?.state === 'counter') {
    const text = [payment.counter && `${payment.counter.office}。`, payByText(payment, day), '带上身份证。']
    return {
      title: named('到窗口缴费', payment),
      text: text.filter(Boolean).join(''),
      urgent: isUrgent(payment, day),
      action: toPay('看怎么缴'),
    }
  }
  const words = payment && waits[payment.state]
  return {
    ...(words ?? { title: '审查通过，等缴费', text: '点进去看多少钱、什么时候前缴。' }),
    action: toPay('看缴费'),
  }
}
