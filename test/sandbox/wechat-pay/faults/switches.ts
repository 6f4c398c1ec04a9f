import { errorCodes, type ErrorCode } from '../api/refusal'
import { type RefundState } from '../ledger/types'

/** The calls of WeChat Pay; `callback` is ours to it, and takes faults of the signature only. */
export const calls = [
  'prepay',
  'query',
  'query-by-id',
  'close',
  'refund',
  'refund-query',
  'abnormal-refund',
  'bill',
  'bill-download',
  'callback',
] as const
export type Call = (typeof calls)[number]

/** Wrong in the signature of an answer or of a callback. */
export const signatureFaults = [
  'unsigned',
  'bad-signature',
  /** `WECHATPAY/SIGNTEST/…`, as WeChat Pay sends on purpose. */
  'signtest',
  /** Ten minutes old, or ten minutes ahead; rightly signed. */
  'stale',
  'future',
  'unknown-serial',
  /** Right, by the certificate from before the public key. */
  'old-certificate',
  /** A body that was changed after it was signed. */
  'altered',
] as const

const faultKinds = [
  /** `code` is answered. Before the work, unless `processed`. */
  'error',
  /** The connection is cut. After the work, unless `processed` is false. */
  'reset',
  /** Nothing is answered at all. After the work, unless `processed` is false. */
  'hang',
  /** 302 to the same address. Before the work. */
  'redirect',
  /** Cut in the middle of the body, after the work. */
  'truncated',
  ...signatureFaults,
] as const
export type SignatureFault = (typeof signatureFaults)[number]
export type FaultKind = (typeof faultKinds)[number]

export interface Fault {
  kind: FaultKind
  /** With `error`. */
  code?: ErrorCode
  /** Of the answer, where it is not the documented one. */
  status?: number
  processed?: boolean
  /** Absent: every call of the API, not callbacks. */
  on?: Call[]
  /** So many calls; absent: one, or without end where `every` is given. */
  times?: number
  /** Only each so-many-th of these calls. */
  every?: number
}

/** How WeChat Pay misbehaves. `behaveWell()` sets all back. */
export interface PaySwitches {
  /** Spoil answers; the first that applies is taken. */
  faults: Fault[]
  /** Requests with a wrong signature are refused. */
  checkSignatures: boolean
  /** How far the clock that signatures follow is off. */
  clockOffsetMs: number
  /** Which of the two spellings of error codes is sent; `mixed` takes turns. */
  spelling: 'new' | 'old' | 'mixed'
  /** Whether payers' and refunds' callbacks are sent at all. */
  callbacks: 'on' | 'never'
  /** So many at once, each time. */
  callbackCopies: number
  /** Due only so much later, by the season's clock. */
  callbackDelaySeconds: number
  /** Waits before a callback that was not answered 200 or 204 is sent again, by the season's clock. */
  retrySeconds: number[]
  /** So many orders are paid, and their callback sent, before the answer to the prepay call. */
  payBeforeAnswer: number
  /** So many orders are paid just before the merchant's close is looked at: it is answered ORDERPAID. */
  payBeforeClose: number
  /** So many orders are paid while they are being closed: 204 is answered all the same. */
  payWhileClosing: number
  /** What a query says of an order that is not paid: WeChat Pay has these, though seldom for a mini-program. */
  unpaidShows: 'NOTPAY' | 'USERPAYING' | 'PAYERROR' | 'REVOKED'
  /** How an order whose time is over is shown until the merchant closes it. */
  expired: 'NOTPAY' | 'CLOSED'
  /** What becomes of refunds by themselves, as soon as the service works on (`tick`); PROCESSING: they wait for the page. */
  refundsBecome: RefundState
  /** `by-hour`: a bill exists from 10:00 of the next day on. */
  bill: 'by-hour' | 'creating' | 'none' | 'wrong-hash'
  /** All faults at random, drawn from `seed`, each with the chance `rate` (0 to 1). */
  chaos?: { seed: number; rate: number }
}

/** 15 times within about a day. */
const retrySeconds = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600]

export function wellBehaved(): PaySwitches {
  return {
    faults: [],
    checkSignatures: true,
    clockOffsetMs: 0,
    spelling: 'new',
    callbacks: 'on',
    callbackCopies: 1,
    callbackDelaySeconds: 0,
    retrySeconds: [...retrySeconds],
    payBeforeAnswer: 0,
    payBeforeClose: 0,
    payWhileClosing: 0,
    unpaidShows: 'NOTPAY',
    expired: 'NOTPAY',
    refundsBecome: 'PROCESSING',
    bill: 'by-hour',
  }
}

const count = { type: 'integer', minimum: 0, maximum: 1_000_000 }

export const switchesSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    faults: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind'],
        additionalProperties: false,
        properties: {
          kind: { enum: faultKinds },
          code: { enum: errorCodes },
          status: { type: 'integer', minimum: 200, maximum: 599 },
          processed: { type: 'boolean' },
          on: { type: 'array', items: { enum: calls } },
          times: count,
          every: { type: 'integer', minimum: 1 },
        },
      },
    },
    checkSignatures: { type: 'boolean' },
    clockOffsetMs: { type: 'integer' },
    spelling: { enum: ['new', 'old', 'mixed'] },
    callbacks: { enum: ['on', 'never'] },
    callbackCopies: { type: 'integer', minimum: 1, maximum: 100 },
    callbackDelaySeconds: count,
    retrySeconds: { type: 'array', items: count },
    payBeforeAnswer: count,
    payBeforeClose: count,
    payWhileClosing: count,
    unpaidShows: { enum: ['NOTPAY', 'USERPAYING', 'PAYERROR', 'REVOKED'] },
    expired: { enum: ['NOTPAY', 'CLOSED'] },
    refundsBecome: { enum: ['PROCESSING', 'SUCCESS', 'ABNORMAL', 'CLOSED'] },
    bill: { enum: ['by-hour', 'creating', 'none', 'wrong-hash'] },
    chaos: {
      type: 'object',
      required: ['seed', 'rate'],
      additionalProperties: false,
      properties: { seed: { type: 'integer' }, rate: { type: 'number', minimum: 0, maximum: 1 } },
    },
  },
}
