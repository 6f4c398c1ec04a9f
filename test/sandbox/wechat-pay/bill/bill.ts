import { type LedgerOrder, type LedgerRefund, type Payment } from '../ledger/types'
import { type BillType, type Column, columnsOf, summaryColumns } from './columns'

const hour = 3_600_000
const byteOrderMark = '\ufeff'

interface Row {
  cells: Partial<Record<Column, string>>
  settledCents: number
  refundCents: number
  feeUnits: number
}

/** The bill of one day in Beijing (`YYYY-MM-DD`), uncompressed; undefined where nothing happened that day. */
export function billOf(orders: readonly LedgerOrder[], day: string, type: BillType): string | undefined {
  const rows = orders.flatMap((order) => [
    ...(type !== 'REFUND' && order.payment && dayOf(order.payment.paidAt) === day
      ? [paymentRow(order, order.payment)]
      : []),
    ...(type === 'SUCCESS' ? [] : order.refunds.filter(({ createdAt }) => dayOf(createdAt) === day)).flatMap(
      (refund) => (order.payment ? [refundRow(order, order.payment, refund)] : []),
    ),
  ])
  if (rows.length === 0) return undefined
  const columns = columnsOf[type]
  const lines = [
    columns.join(','),
    ...rows.map(({ cells }) => columns.map((column) => cell(cells[column] ?? '')).join(',')),
    summaryColumns.join(','),
    summary(rows).map(cell).join(','),
  ]
  return byteOrderMark + lines.map((line) => `${line}\r\n`).join('')
}

function paymentRow(order: LedgerOrder, payment: Payment): Row {
  const fee = feeOf(payment.cents)
  const cells: Row['cells'] = {
    ...common(order, payment),
    交易时间: time(payment.paidAt),
    交易状态: 'SUCCESS',
    应结订单金额: yuan(payment.cents),
    微信退款单号: '0',
    商户退款单号: '0',
    退款金额: '0.00',
    手续费: feeText(fee),
    订单金额: yuan(payment.cents),
    申请退款金额: '0.00',
  }
  return { cells, settledCents: payment.cents, refundCents: 0, feeUnits: fee }
}

function refundRow(order: LedgerOrder, payment: Payment, refund: LedgerRefund): Row {
  const fee = -feeOf(refund.refundCents)
  const cells: Row['cells'] = {
    ...common(order, payment),
    交易时间: time(refund.createdAt),
    交易状态: 'REFUND',
    应结订单金额: '0.00',
    退款申请时间: time(refund.createdAt),
    退款成功时间: refund.state === 'SUCCESS' && refund.settledAt ? time(refund.settledAt) : '',
    微信退款单号: refund.refundId,
    商户退款单号: refund.outRefundNo,
    退款金额: yuan(refund.refundCents),
    退款类型: 'ORIGINAL',
    退款状态: refund.state,
    手续费: feeText(fee),
    订单金额: '0.00',
    申请退款金额: yuan(refund.refundCents),
  }
  return { cells, settledCents: 0, refundCents: refund.refundCents, feeUnits: fee }
}

function common(order: LedgerOrder, payment: Payment): Row['cells'] {
  return {
    公众账号ID: payment.appid,
    商户号: payment.mchid,
    特约商户号: '0',
    微信订单号: payment.transactionId,
    商户订单号: order.outTradeNo,
    用户标识: payment.openid,
    交易类型: 'JSAPI',
    付款银行: 'OTHERS',
    货币种类: payment.currency,
    代金券金额: '0.00',
    充值券退款金额: '0.00',
    商品名称: order.description,
    商户数据包: order.attach ?? '',
    费率: '0.60%',
  }
}

function summary(rows: readonly Row[]): string[] {
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0)
  const [settled, refunded] = [yuan(sum((row) => row.settledCents)), yuan(sum((row) => row.refundCents))]
  return [`${rows.length}.0`, settled, refunded, '0.00', feeText(sum((row) => row.feeUnits)), settled, refunded]
}

/** A back tick before each value; quoted where the value would break the line apart. */
function cell(value: string): string {
  const ticked = `\`${value}`
  return /[",\r\n]/.test(value) ? `"${ticked.replaceAll('"', '""')}"` : ticked
}

function yuan(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}

/** 0.6 %, in hundred-thousandths of a yuan. */
function feeOf(cents: number): number {
  return cents * 6
}

function feeText(units: number): string {
  const size = Math.abs(units)
  return `${units < 0 ? '-' : ''}${Math.floor(size / 100_000)}.${String(size % 100_000).padStart(5, '0')}`
}

/** `2023-03-20 09:00:00`, Beijing. */
function time(instant: string): string {
  return new Date(Date.parse(instant) + 8 * hour).toISOString().slice(0, 19).replace('T', ' ')
}

export function dayOf(instant: string): string {
  return time(instant).slice(0, 10)
}
