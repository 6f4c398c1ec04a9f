/** What the fee needs from the person now; always the server's own knowledge, never what a phone reported. */
export type PaymentState =
  /** Not accepted yet, or ended without anything to pay. */
  | 'not-due'
  /** Payment cannot begin: `reason` says what is not set yet. */
  | 'closed'
  /** No fee. */
  | 'free'
  /** At the counter of the district's office. */
  | 'counter'
  /** Online, now. */
  | 'payable'
  /** WeChat has an order that may be being paid; its outcome is asked for. Nothing else is offered meanwhile. */
  | 'confirming'
  | 'paid'
  /** Money came that does not fit; staff look into it. Nothing more is to be paid. */
  | 'held'
  /** The deadline passed unpaid. */
  | 'overdue'

/**
 * `fee-not-set`, `deadline-not-set`: by the office. `merchant-not-set`: this service has no WeChat Pay merchant.
 * `window-over`: so short before the deadline WeChat takes no new order.
 */
export type PaymentClosedReason = 'fee-not-set' | 'deadline-not-set' | 'merchant-not-set' | 'window-over'

/** 已受理 → 退款中 → 已退款; abnormal: the card is closed, staff arrange it; closed: it did not happen, staff look into it. */
export type RefundState = 'asked' | 'processing' | 'refunded' | 'abnormal' | 'closed'

export interface RefundView {
  outRefundNo: string
  /** `surplus`: paid twice or with nothing to pay for, refunded by itself. `office`: decided by the exam office. */
  cause: 'surplus' | 'office' | 'staff'
  amountCents: number
  state: RefundState
  /** Instants. */
  askedAt: string
  changedAt: string
}

export interface Receipt {
  way: 'wechat' | 'counter'
  /** Absent where the counter's record does not say it. */
  amountCents?: number
  /** Instant. */
  paidAt: string
  /** Numbers of ours and of WeChat; absent at the counter. */
  outTradeNo?: string
  transactionId?: string
}

/** Where and until when at the counter. */
export interface Counter {
  office: string
  phone?: string
  address?: string
}

/** GET /api/v1/applications/{id}/payment */
export interface PaymentStatus {
  state: PaymentState
  reason?: PaymentClosedReason
  /** Cents (CNY). */
  amountCents?: number
  /** Last day, `YYYY-MM-DD`. */
  deadline?: string
  /** Instant at which it is over: 24:00 Beijing of the last day. */
  payUntil?: string
  /** What the fee is for, as WeChat's cashier shows it. */
  description?: string
  counter?: Counter
  receipt?: Receipt
  /** Newest first; of every payment of this application. */
  refunds: RefundView[]
}

/** Arguments of wx.requestPayment. */
export interface PayRequest {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

/**
 * POST /api/v1/applications/{id}/payment: no body, since amount, payer and application are the server's to know. Repeatable: while an order
 * is open the same one is answered. `request` is there where the state is `payable`: paying may begin.
 */
export interface PayStart {
  status: PaymentStatus
  request?: PayRequest
}

/** How the cashier ended, by the phone's word. `not-permitted`: WeChat lets this app take no money. */
export const cashierWords = ['ok', 'cancelled', 'not-permitted', 'failed', 'unknown'] as const
export type CashierWord = (typeof cashierWords)[number]

/**
 * POST /api/v1/applications/{id}/payment/check: the phone came back from the cashier; WeChat Pay is asked now. What the phone says is counted for whoever
 * looks after the service, and decides nothing.
 */
export interface CheckPayment {
  said?: CashierWord
}
export type PaymentCheck = PaymentStatus
