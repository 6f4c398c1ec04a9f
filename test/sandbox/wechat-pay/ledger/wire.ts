import { beijing } from './numbers'
import { type FoundRefund } from './refund-ledger'
import { type LedgerOrder } from './types'

const stateWords = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '转入退款',
  CLOSED: '订单已关闭',
  USERPAYING: '用户支付中',
  PAYERROR: '支付失败',
  REVOKED: '已撤销',
}

/** What a query answers. A callback says the same, as it was at the payment: `SUCCESS`. */
export function tradeOf(order: LedgerOrder, state: keyof typeof stateWords = order.state): object {
  const { payment, outTradeNo, attach } = order
  const common = {
    out_trade_no: outTradeNo,
    attach: attach ?? '',
    trade_state: state,
    trade_state_desc: stateWords[state],
    promotion_detail: [],
  }
  if (!payment) {
    const { appid, mchid, openid, totalCents } = order
    return { ...common, appid, mchid, payer: { openid }, amount: { total: totalCents, currency: 'CNY' } }
  }
  const { cents, currency } = payment
  return {
    ...common,
    appid: payment.appid,
    mchid: payment.mchid,
    transaction_id: payment.transactionId,
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    success_time: beijing(Date.parse(payment.paidAt)),
    payer: { openid: payment.openid },
    amount: { total: cents, payer_total: cents, currency, payer_currency: currency },
  }
}

const receiver = '支付用户零钱'

/** What applying for a refund and asking for it answer. */
export function refundOf({ order, refund }: FoundRefund): object {
  const { payment } = order
  const { refundCents, settledAt } = refund
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: payment?.transactionId,
    out_trade_no: order.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: receiver,
    ...(refund.state === 'SUCCESS' && settledAt && { success_time: beijing(Date.parse(settledAt)) }),
    create_time: beijing(Date.parse(refund.createdAt)),
    status: refund.state,
    funds_account: 'AVAILABLE',
    amount: {
      total: payment?.cents,
      refund: refundCents,
      payer_total: payment?.cents,
      payer_refund: refundCents,
      settlement_total: payment?.cents,
      settlement_refund: refundCents,
      discount_refund: 0,
      currency: payment?.currency,
    },
  }
}

/** A refund's callback says it otherwise: `refund_status`, and no currency. */
export function refundNoticeOf({ order, refund }: FoundRefund): object {
  const { payment } = order
  const { refundCents, settledAt } = refund
  return {
    mchid: order.mchid,
    transaction_id: payment?.transactionId,
    out_trade_no: order.outTradeNo,
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    refund_status: refund.state,
    ...(refund.state === 'SUCCESS' && settledAt && { success_time: beijing(Date.parse(settledAt)) }),
    user_received_account: receiver,
    amount: { total: payment?.cents, refund: refundCents, payer_total: payment?.cents, payer_refund: refundCents },
  }
}
