import { In, type EntityManager } from 'typeorm'
import { PaymentEventRow, type DifferenceRow } from '../rows/audit-rows'
import { ChannelOrderRow } from '../rows/channel-order-row'
import { RefundRow } from '../rows/refund-row'
import type { BillPayment, BillRefund } from './bill-csv'
import { dayBefore, readDays, within } from './bill-days'

export type Found = Pick<DifferenceRow, 'kind' | 'number' | 'facts'>

/** How many numbers one question to the database names. */
const batchSize = 500

export function* batches<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += batchSize) yield all.slice(start, start + batchSize)
}

export type OurPayment = Pick<
  ChannelOrderRow,
  'outTradeNo' | 'applicationId' | 'state' | 'transactionId' | 'receivedCents'
>
export type OurRefund = Pick<RefundRow, 'outRefundNo' | 'outTradeNo' | 'applicationId' | 'state' | 'amountCents'>

/** Of a batch of numbers; numbers that our books do not have are left out. */
export async function ourPayments(manager: EntityManager, numbers: string[]): Promise<Map<string, OurPayment>> {
  const select = { outTradeNo: true, applicationId: true, state: true, transactionId: true, receivedCents: true }
  const rows = await manager.find(ChannelOrderRow, { select, where: { outTradeNo: In(numbers) } })
  return new Map(rows.map((row) => [row.outTradeNo, row]))
}

export async function ourRefunds(manager: EntityManager, numbers: string[]): Promise<Map<string, OurRefund>> {
  const select = { outRefundNo: true, outTradeNo: true, applicationId: true, state: true, amountCents: true }
  const rows = await manager.find(RefundRow, { select, where: { outRefundNo: In(numbers) } })
  return new Map(rows.map((row) => [row.outRefundNo, row]))
}

/** Our books do not say yet that it was paid. */
export function isUnpaid({ state }: OurPayment): boolean {
  return state === 'open' || state === 'closed'
}

/** CHANGE: to be given back by hand. Bills and answers of the API have words of their own. */
const notRefunded: ReadonlySet<string> = new Set(['FAIL', 'CHANGE', 'ABNORMAL', 'CLOSED'])

/** What came of a payment that the bill lists; undefined: the books say the same. */
export function paymentDifference(row: BillPayment, ours: OurPayment | undefined): Found | undefined {
  const { outTradeNo: number, transactionId, amountCents, currency, appid } = row
  const theirs = { transactionId, amountCents, currency, appid }
  if (!ours) return { kind: 'unknown-payment', number, facts: theirs }
  const same =
    !isUnpaid(ours) &&
    ours.transactionId === transactionId &&
    ours.receivedCents === amountCents &&
    (currency === 'CNY' || ours.state === 'held')
  if (same) return undefined
  const { state, receivedCents } = ours
  const facts = { ...theirs, ourState: state, ourTransactionId: ours.transactionId ?? '', ourCents: receivedCents ?? 0 }
  return { kind: 'payment-differs', number, facts }
}

/** The bill may list a refund while it is under way; only what contradicts counts. */
export function refundDifference(row: BillRefund, ours: OurRefund | undefined): Found | undefined {
  const { outRefundNo: number, outTradeNo, amountCents, status, appid } = row
  const theirs = { outTradeNo, amountCents, status, appid }
  if (!ours) return { kind: 'unknown-refund', number, facts: theirs }
  const contradicts =
    (ours.state === 'refunded' && notRefunded.has(status)) || (ours.state === 'closed' && status === 'SUCCESS')
  if (!contradicts && ours.amountCents === amountCents && ours.outTradeNo === outTradeNo) return undefined
  const facts = { ...theirs, ourState: ours.state, ourTradeNo: ours.outTradeNo, ourCents: ours.amountCents }
  return { kind: 'refund-differs', number, facts }
}

/** Our books have them on this day, the bill has not. */
export async function missingPayments(
  manager: EntityManager,
  day: string,
  listed: ReadonlySet<string>,
): Promise<Found[]> {
  const select = { outTradeNo: true, transactionId: true, receivedCents: true }
  const ours = await manager.find(ChannelOrderRow, { select, where: { paidAt: within(day) } })
  const missing = ours.filter(({ outTradeNo }) => !listed.has(outTradeNo))
  return missing.map(({ outTradeNo: number, transactionId, receivedCents }) => {
    const facts = { ourTransactionId: transactionId ?? '', ourCents: receivedCents ?? 0 }
    return { kind: 'payment-not-in-bill', number, facts }
  })
}

/**
 * Refunds that no bill has listed, though it is over. A bill lists a refund under a day of its own choice, so one is missed only when the bills
 * of its day and of the two days after are all read; `day` is the one just being read, `listed` what it lists.
 */
export async function missingRefunds(
  manager: EntityManager,
  day: string,
  listed: ReadonlySet<string>,
): Promise<Found[]> {
  const around = [2, 1, 0, -1, -2].map((days) => dayBefore(day, days))
  const read = (await readDays(manager, around)).add(day)
  const found: Found[] = []
  for (const first of around.slice(0, 3)) {
    const span = [0, -1, -2].map((days) => dayBefore(first, days))
    if (span.every((each) => read.has(each))) found.push(...(await unlistedRefunds(manager, first, listed)))
  }
  return found
}

async function unlistedRefunds(manager: EntityManager, day: string, listed: ReadonlySet<string>): Promise<Found[]> {
  const rows = await manager.findBy(RefundRow, { state: 'refunded', changedAt: within(day) })
  const unlisted: RefundRow[] = []
  for (const batch of batches(rows.filter(({ outRefundNo }) => !listed.has(outRefundNo)))) {
    const applicationId = In(batch.map((row) => row.applicationId))
    const events = await manager.findBy(PaymentEventRow, { applicationId, event: 'billed' })
    const billed = new Set(events.map(({ outRefundNo }) => outRefundNo))
    unlisted.push(...batch.filter(({ outRefundNo }) => !billed.has(outRefundNo)))
  }
  return unlisted.map(({ outRefundNo: number, outTradeNo, amountCents }) => {
    return { kind: 'refund-not-in-bill', number, facts: { outTradeNo, ourCents: amountCents } }
  })
}
