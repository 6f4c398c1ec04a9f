import { beijing } from '../ledger/numbers'
import { refundNoticeOf, tradeOf } from '../ledger/wire'
import { type Delivery } from '../ledger/types'
import { type PayState } from '../pay-state'
import { encryptResource } from '../signing/resource'

const refundEvents = {
  SUCCESS: ['REFUND.SUCCESS', '退款成功'],
  ABNORMAL: ['REFUND.ABNORMAL', '退款异常'],
  CLOSED: ['REFUND.CLOSED', '退款关闭'],
  PROCESSING: ['REFUND.PROCESSING', '退款处理中'],
} as const

export interface Message {
  url: string
  body: string
}

/** The callback's address and body, encrypted anew each time; undefined where none was asked for. */
export function messageOf(state: PayState, delivery: Delivery): Message | undefined {
  const { outTradeNo, outRefundNo } = delivery
  if (outRefundNo !== undefined) {
    const found = state.refunds.find(outRefundNo)
    if (!found?.refund.notifyUrl) return undefined
    const [event, summary] = refundEvents[found.refund.state]
    const body = envelope(state, delivery, event, summary, 'refund', refundNoticeOf(found))
    return { url: found.refund.notifyUrl, body }
  }
  const order = state.ledger.find(outTradeNo)
  if (!order?.payment) return undefined
  const body = envelope(state, delivery, 'TRANSACTION.SUCCESS', '支付成功', 'transaction', tradeOf(order, 'SUCCESS'))
  return { url: order.notifyUrl, body }
}

function envelope(
  { merchant }: PayState,
  { id, createdAt }: Delivery,
  event_type: string,
  summary: string,
  type: 'transaction' | 'refund',
  plain: object,
): string {
  return JSON.stringify({
    id,
    create_time: beijing(Date.parse(createdAt)),
    resource_type: 'encrypt-resource',
    event_type,
    summary,
    resource: encryptResource(merchant.apiV3Key, JSON.stringify(plain), type),
  })
}
