import { type PaymentStatus, type PayRequest, type RefundView } from '@app/contract'

export const due = {
  amountCents: 8000,
  deadline: '2023-04-05',
  payUntil: '2023-04-05T16:00:00.000Z',
  description: '工勤技能等级考核费 三级',
} satisfies Partial<PaymentStatus>

/** What the server says of the fee; the sample is due and can be paid. */
export const paymentStatus = (changes: Partial<PaymentStatus> = {}): PaymentStatus => ({
  state: 'payable',
  ...due,
  refunds: [],
  ...changes,
})

export const paid = paymentStatus({
  state: 'paid',
  receipt: {
    way: 'wechat',
    amountCents: 8000,
    paidAt: '2023-04-01T02:05:00.000Z',
    outTradeNo: 'G23A7Q0000000000000000000000000X',
    transactionId: '4200001234202304011234567890',
  },
})

export const payRequest: PayRequest = {
  timeStamp: '1680314700',
  nonceStr: 'nonce-1',
  package: 'prepay_id=wx201410272009395522657a690389285100',
  signType: 'RSA',
  paySign: 'c2lnbmVk',
}

export const refundView = (changes: Partial<RefundView> = {}): RefundView => ({
  outRefundNo: 'R23A7Q01',
  cause: 'surplus',
  amountCents: 8000,
  state: 'asked',
  askedAt: '2023-04-01T02:10:00.000Z',
  changedAt: '2023-04-01T02:10:00.000Z',
  ...changes,
})
