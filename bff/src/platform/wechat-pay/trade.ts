/** What WeChat Pay is asked, and what it answers, in our words. Wire: reference of WeChat Pay APIv3, JSAPI payment. */

export interface PrepayOrder {
  outTradeNo: string
  /** What the payer reads, at most 127 characters. */
  description: string
  amountCents: number
  openid: string
  timeExpire: Date
}

/** NOTPAY → SUCCESS | CLOSED, SUCCESS → REFUND; never back. */
export const tradeStates = ['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR'] as const
export type TradeState = (typeof tradeStates)[number]

/** What a query answers and a notification says. */
export interface Trade {
  appid: string
  mchid: string
  outTradeNo: string
  state: TradeState
  /** These four only once it is paid. */
  transactionId?: string
  successTime?: Date
  totalCents?: number
  currency?: string
}

export interface RefundOrder {
  outRefundNo: string
  outTradeNo: string
  /** Shown to the payer, at most 80 characters. */
  reason: string
  refundCents: number
  totalCents: number
}

export const refundStates = ['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL'] as const

export interface RefundRecord {
  outRefundNo: string
  outTradeNo: string
  refundId?: string
  state: (typeof refundStates)[number]
  successTime?: Date
  refundCents: number
}

/**
 * `refused`: definite, nothing happened; `code` without underscores and in capitals, since both spellings live side by side. `unknown`: it may have
 * happened (no answer, 5xx, 429, 202, an answer that cannot be verified): ask again under the same number, never conclude.
 */
export type PayResult<T> =
  { kind: 'ok'; value: T } | { kind: 'refused'; code: string; status: number } | { kind: 'unknown'; reason: string }

/** A verified notification. */
export interface PayNotification {
  /** `EV-…`, unique. */
  id: string
  event:
    | { kind: 'paid'; trade: Trade }
    | { kind: 'refund'; mchid: string; refund: RefundRecord }
    /** Signed by WeChat, but of a type or shape that we do not know. */
    | { kind: 'other'; type: string }
}

export type Verified = { ok: true; notification: PayNotification } | { ok: false; reason: string }
