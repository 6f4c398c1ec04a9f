import { BillError, readTable, type BillLine } from './bill-table'

/** Row of a payment. Amounts are cents of the bill's yuan. */
export interface BillPayment {
  outTradeNo: string
  transactionId: string
  appid: string
  amountCents: number
  currency: string
}

/** Row of a refund; it may be listed while WeChat still works at it. */
export interface BillRefund {
  outRefundNo: string
  outTradeNo: string
  appid: string
  amountCents: number
  /** `SUCCESS`, `PROCESSING`, `FAIL`, `CHANGE`. */
  status: string
}

export interface Bill {
  payments: BillPayment[]
  refunds: BillRefund[]
}

/** What the totals at the end sum up, where a bill has both columns. */
const summed: readonly (readonly [total: string, column: string])[] = [
  ['应结订单总金额', '应结订单金额'],
  ['退款总金额', '退款金额'],
  ['充值券退款总金额', '充值券退款金额'],
  ['订单总金额', '订单金额'],
  ['申请退款总金额', '申请退款金额'],
]

/**
 * The daily trade bill of WeChat Pay (uncompressed) of any type: ALL, SUCCESS, REFUND. Columns are found by their names, and what the rows
 * come to must be what the bill says at its end. Throws BillError.
 */
export function parseBill(csv: Buffer): Bill {
  const text = decoded(csv)
  try {
    return readBill(text, true)
  } catch (error) {
    if (!(error instanceof BillError) || !text.includes('"')) throw error
    return readUnquoted(text, error)
  }
}

/** Quotes may also be nothing but letters of a name. The totals tell which reading is right. */
function readUnquoted(text: string, first: BillError): Bill {
  try {
    return readBill(text, false)
  } catch (error) {
    throw error instanceof BillError ? first : error
  }
}

function decoded(csv: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(csv)
  } catch {
    throw new BillError('not UTF-8')
  }
}

function readBill(text: string, quoted: boolean): Bill {
  const bill: Bill = { payments: [], refunds: [] }
  const sums = new Map<string, number>()
  const totals = readTable(text, quoted, (line) => {
    addTo(bill, line)
    for (const [, column] of summed) {
      if (line.has(column)) sums.set(column, (sums.get(column) ?? 0) + cents(line, column))
    }
  })
  checkTotals(totals, bill.payments.length + bill.refunds.length, sums)
  return bill
}

function checkTotals(totals: BillLine, rows: number, sums: ReadonlyMap<string, number>): void {
  // Bills say `45` as well as `45.0`.
  if (!/^\d{1,9}(\.0+)?$/.test(totals.cell('总交易单数')) || Number.parseInt(totals.cell('总交易单数'), 10) !== rows) {
    throw totals.wrong('总交易单数', `not the ${rows} rows that came`)
  }
  for (const [total, column] of summed) {
    const sum = rows === 0 ? 0 : sums.get(column)
    if (totals.has(total) && sum !== undefined && cents(totals, total) !== sum) {
      throw totals.wrong(total, `not the sum of ${column}`)
    }
  }
}

function addTo({ payments, refunds }: Bill, line: BillLine): void {
  const state = line.cell('交易状态')
  if (state === 'SUCCESS') payments.push(paymentOf(line))
  else if (state === 'REFUND' || state === 'REVOKED') refunds.push(refundOf(line))
  else throw line.wrong('交易状态', 'neither a payment nor a refund')
}

function paymentOf(line: BillLine): BillPayment {
  return {
    outTradeNo: numberIn(line, '商户订单号'),
    transactionId: numberIn(line, '微信订单号'),
    appid: line.cell('公众账号ID'),
    amountCents: cents(line, line.has('订单金额') ? '订单金额' : '应结订单金额'),
    currency: line.cell('货币种类'),
  }
}

function refundOf(line: BillLine): BillRefund {
  return {
    outRefundNo: numberIn(line, '商户退款单号'),
    outTradeNo: numberIn(line, '商户订单号'),
    appid: line.cell('公众账号ID'),
    amountCents: cents(line, line.has('申请退款金额') ? '申请退款金额' : '退款金额'),
    status: line.cell('退款状态'),
  }
}

/** What fits the columns in which it may be kept. */
function numberIn(line: BillLine, column: string): string {
  const text = line.cell(column)
  if (!/^[!-~]{1,64}$/.test(text)) throw line.wrong(column, 'not a number of an order')
  return text
}

/** Yuan as the bill writes them, in cents; never by way of a float. */
function cents(line: BillLine, column: string): number {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(line.cell(column))
  if (!match) throw line.wrong(column, 'not an amount in yuan')
  const [, yuan, fraction = ''] = match
  return Number(`${yuan}${fraction.padEnd(2, '0')}`)
}
