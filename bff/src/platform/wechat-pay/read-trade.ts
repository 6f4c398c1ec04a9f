import { refundStates, tradeStates, type RefundRecord, type Trade } from './trade'
import { centsOf, fieldsOf, instantOf, textOf, type Fields } from './wire-fields'

/** Of a query or a notification; undefined if it is not the shape of a trade. */
export function readTrade(value: unknown): Trade | undefined {
  const fields = fieldsOf(value)
  const { appid, mchid, out_trade_no: outTradeNo } = fields
  const { total, currency } = fieldsOf(fields['amount'])
  const state = tradeStates.find((known) => known === fields['trade_state'])
  if (!state || typeof appid !== 'string' || typeof mchid !== 'string' || typeof outTradeNo !== 'string')
    return undefined
  const paid = {
    transactionId: textOf(fields['transaction_id']),
    successTime: instantOf(fields['success_time']),
    totalCents: centsOf(total),
    currency: textOf(currency),
  }
  if (isGarbled(fields, 'transaction_id', paid.transactionId)) return undefined
  if (isGarbled(fields, 'success_time', paid.successTime)) return undefined
  if (isGarbled(fieldsOf(fields['amount']), 'total', paid.totalCents)) return undefined
  return { appid, mchid, outTradeNo, state, ...paid }
}

/** Of an answer (`status`) or a notification (`refund_status`). */
export function readRefund(value: unknown, stateField: 'status' | 'refund_status'): RefundRecord | undefined {
  const fields = fieldsOf(value)
  const { out_refund_no: outRefundNo, out_trade_no: outTradeNo } = fields
  const state = refundStates.find((known) => known === fields[stateField])
  const refundCents = centsOf(fieldsOf(fields['amount'])['refund'])
  if (!state || typeof outRefundNo !== 'string' || typeof outTradeNo !== 'string') return undefined
  if (refundCents === undefined) return undefined
  const known = { refundId: textOf(fields['refund_id']), successTime: instantOf(fields['success_time']) }
  if (isGarbled(fields, 'success_time', known.successTime)) return undefined
  return { outRefundNo, outTradeNo, state, refundCents, ...known }
}

/** Something stands there, but not what we can read. */
const isGarbled = (fields: Fields, name: string, read: unknown): boolean => {
  const value = fields[name]
  return read === undefined && value !== undefined && value !== null && value !== ''
}
