export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
export type RefundState = 'PROCESSING' | 'SUCCESS' | 'ABNORMAL' | 'CLOSED'
export type SettledState = Exclude<RefundState, 'PROCESSING'>

export interface LedgerRefund {
  outRefundNo: string
  refundId: string
  state: RefundState
  refundCents: number
  reason?: string
  notifyUrl?: string
  /** The request that made it, to know a repeat from another one under the same number. */
  fingerprint: string
  createdAt: string
  settledAt?: string
  /** Milliseconds of the season's clock at which it ends by itself. */
  settleAt?: number
}

/** What the payer really paid; it is what was ordered unless a test asked for something else. */
export interface Payment {
  transactionId: string
  paidAt: string
  cents: number
  currency: string
  mchid: string
  appid: string
  openid: string
}

/** One order as WeChat Pay has it. Instants are ISO, UTC; amounts are cents. */
export interface LedgerOrder {
  outTradeNo: string
  state: TradeState
  appid: string
  mchid: string
  totalCents: number
  openid: string
  description: string
  attach?: string
  notifyUrl: string
  timeExpire: string
  createdAt: string
  closedAt?: string
  fingerprint: string
  /** Oldest first; the last one works for two hours. */
  prepayIds: string[]
  prepaidAt: string
  /** As in `payment`, for those who only count. */
  transactionId?: string
  paidAt?: string
  payment?: Payment
  refunds: LedgerRefund[]
}

/** A callback that is owed: sent, and sent again until it is answered. */
export interface Delivery {
  id: string
  kind: 'payment' | 'refund'
  outTradeNo: string
  outRefundNo?: string
  createdAt: string
  attempts: number
  /** Milliseconds of the season's clock; absent: nothing more is sent by itself. */
  dueAt?: number
}
