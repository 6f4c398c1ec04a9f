import { type FastifyInstance } from 'fastify'
import { type FoundRefund } from '../ledger/refund-ledger'
import { refundOf } from '../ledger/wire'
import { type Notifier } from '../notify/notifier'
import { type PayState } from '../pay-state'
import { accept, acceptQuery } from './accept'
import { success } from './answer'
import { type RefundBody, validAbnormalRefund, validRefund } from './bodies'
import { addCall } from './call'
import { fingerprintOf } from './orders-api'
import { refuse } from './refusal'

const path = '/v3/refund/domestic/refunds'

/** Refunds: apply, ask, and once more where the card was closed. */
export function refundCalls(app: FastifyInstance, state: PayState, notifier: Notifier): void {
  addCall(app, state, {
    method: 'POST',
    path,
    call: 'refund',
    work: ({ body }) => success(refundOf(apply(state, notifier, accept(validRefund, body)))),
  })
  addCall(app, state, {
    method: 'GET',
    path: `${path}/:outRefundNo`,
    call: 'refund-query',
    work: ({ params, query }) => {
      acceptQuery(query, [])
      const found = state.refunds.find(params['outRefundNo'] ?? '')
      if (!found) throw refuse('RESOURCE_NOT_EXISTS', '退款单不存在')
      return success(refundOf(found))
    },
  })
  addCall(app, state, {
    method: 'POST',
    path: `${path}/:refundId/apply-abnormal-refund`,
    call: 'abnormal-refund',
    work: ({ params, body }) => {
      const asked = accept(validAbnormalRefund, body)
      return success(refundOf(state.refunds.retryAbnormal(params['refundId'] ?? '', asked.out_refund_no)))
    },
  })
}

function apply(state: PayState, notifier: Notifier, body: RefundBody): FoundRefund {
  const found = state.refunds.accept({
    outRefundNo: body.out_refund_no,
    refundCents: body.amount.refund,
    totalCents: body.amount.total,
    fingerprint: fingerprintOf(body),
    ...(body.transaction_id !== undefined && { transactionId: body.transaction_id }),
    ...(body.out_trade_no !== undefined && { outTradeNo: body.out_trade_no }),
    ...(body.reason !== undefined && { reason: body.reason }),
    ...(body.notify_url !== undefined && { notifyUrl: body.notify_url }),
  })
  if (!found.repeated) notifier.willSettle(body.out_refund_no)
  return found
}
