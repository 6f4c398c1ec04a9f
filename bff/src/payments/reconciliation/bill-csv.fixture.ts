/** Columns of a bill of type ALL, as WeChat's documents and bills that people published have them. */
export const allColumns = (
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,' +
  '代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'
).split(',')
const totalColumns =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'.split(',')

export type Cells = Record<string, string>

const payment: Cells = {
  交易时间: '2023-05-10 09:30:12',
  公众账号ID: 'wx0000000000000001',
  商户号: '1900000001',
  特约商户号: '0',
  微信订单号: '4200000000202305100000000001',
  商户订单号: 'order-1',
  用户标识: 'payer',
  交易类型: 'JSAPI',
  交易状态: 'SUCCESS',
  付款银行: 'OTHERS',
  货币种类: 'CNY',
  应结订单金额: '60.00',
  代金券金额: '0.00',
  微信退款单号: '0',
  商户退款单号: '0',
  退款金额: '0.00',
  充值券退款金额: '0.00',
  商品名称: '考试费',
  手续费: '0.36000',
  费率: '0.60%',
  订单金额: '60.00',
  申请退款金额: '0.00',
}

const refund: Cells = {
  ...payment,
  交易状态: 'REFUND',
  应结订单金额: '0.00',
  微信退款单号: '50000000000000000000000000001',
  商户退款单号: 'refund-1',
  退款金额: '60.00',
  退款类型: 'ORIGINAL',
  退款状态: 'SUCCESS',
  手续费: '-0.36000',
  订单金额: '0.00',
  申请退款金额: '60.00',
}

export const paymentRow = (changes: Cells = {}): Cells => ({ ...payment, ...changes })
export const refundRow = (changes: Cells = {}): Cells => ({ ...refund, ...changes })

const sums: Cells = {
  应结订单总金额: '应结订单金额',
  退款总金额: '退款金额',
  充值券退款总金额: '充值券退款金额',
  订单总金额: '订单金额',
  申请退款总金额: '申请退款金额',
}

/** Text of a bill with its totals. `write`: how a cell is written, WeChat's way if not said. */
export function billText(
  rows: Cells[],
  { columns = allColumns, totals = {}, newline = '\n', write = (cell: string): string => `\`${cell}` }: BillStyle = {},
): string {
  const total = (name: string): string => {
    if (name === '总交易单数') return `${rows.length}.0`
    const cents = rows.reduce((sum, row) => sum + Math.round(Number(row[sums[name] ?? ''] ?? '0') * 100), 0)
    return (cents / 100).toFixed(2)
  }
  const lines = [
    columns.join(','),
    ...rows.map((row) => columns.map((column) => write(row[column] ?? '')).join(',')),
    totalColumns.join(','),
    totalColumns.map((name) => `\`${totals[name] ?? total(name)}`).join(','),
    '',
  ]
  return lines.join(newline)
}

export interface BillStyle {
  columns?: string[]
  totals?: Cells
  newline?: string
  write?: (cell: string) => string
}
