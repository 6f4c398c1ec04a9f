import { type Entry } from '../../sandbox/exam-office/storage/rows'
import { type LedgerOrder } from '../../sandbox/wechat-pay/ledger/types'
import { type Application, type Books, type Channel, type Refund } from './books'
import { grouped } from './grouped'

export interface Evidence {
  books: Books
  /** What really happened at WeChat Pay. */
  ledger: readonly LedgerOrder[]
  /** Of the office's record of each application. */
  office: ReadonlyMap<string, readonly Entry[]>
  /** 24:00 of the last day. */
  payUntil: Date
}

/** Everything in which money, books and the office's records disagree. One line each; none: they agree. */
export function disagreements(evidence: Evidence): string[] {
  const { books, ledger } = evidence
  const channelOf = new Map(books.channels.map((channel) => [channel.outTradeNo, channel]))
  const orderOf = new Map(ledger.map((order) => [order.outTradeNo, order]))
  const refundsOf = grouped(books.refunds, ({ outTradeNo }) => outTradeNo)
  const channelsOf = grouped(books.channels, ({ applicationId }) => applicationId)
  return [
    ...ledger.flatMap((order) =>
      payment(order, channelOf.get(order.outTradeNo), refundsOf.get(order.outTradeNo) ?? []),
    ),
    ...books.channels.flatMap((channel) => unbacked(channel, orderOf.get(channel.outTradeNo), books.notes)),
    ...books.applications.flatMap((one) => application(one, channelsOf.get(one.id) ?? [], orderOf, evidence)),
    ...books.dead.map((what) => `a message was given up: ${what}`),
  ].map((line) => line.trim())
}

/** One order of the ledger: what was paid is known here as it was paid, and what was given back was given back once. */
function payment(order: LedgerOrder, channel: Channel | undefined, refunds: readonly Refund[]): string[] {
  const { outTradeNo, payment: paid } = order
  if (!channel) return [`${outTradeNo} is not in our books`]
  if (!paid) return []
  const expected = paid.cents === order.totalCents ? ['paid', 'surplus'] : ['held']
  const found: string[] = []
  if (!expected.includes(channel.state)) found.push(`${outTradeNo}: paid at WeChat, ${channel.state} here`)
  if (channel.receivedCents !== paid.cents || channel.transactionId !== paid.transactionId)
    found.push(
      `${outTradeNo}: ${paid.cents} by ${paid.transactionId} at WeChat, ${channel.receivedCents} by ${channel.transactionId} here`,
    )
  return [...found, ...refundsOf(order, channel, refunds)]
}

function refundsOf(order: LedgerOrder, channel: Channel, ours: readonly Refund[]): string[] {
  const { outTradeNo, refunds: theirs, payment: paid } = order
  const line = (refund: { outRefundNo: string; cents: number }): string => `${refund.outRefundNo} ${refund.cents}`
  const done = ours
    .filter(({ state }) => state === 'refunded')
    .map(({ outRefundNo, amountCents: cents }) => line({ outRefundNo, cents }))
  const really = theirs
    .filter(({ state }) => state === 'SUCCESS')
    .map(({ outRefundNo, refundCents: cents }) => line({ outRefundNo, cents }))
  const found: string[] = []
  if (done.sort().join() !== really.sort().join())
    found.push(`${outTradeNo}: refunded [${really}] at WeChat, [${done}] here`)
  if (done.length < ours.length) found.push(`${outTradeNo}: a refund did not come to its end`)
  const surplus = ours.filter(({ cause }) => cause === 'surplus')
  const whole = surplus.length === 1 && ours.length === 1 && surplus[0]?.amountCents === paid?.cents
  if (channel.state === 'surplus' && !whole) found.push(`${outTradeNo}: surplus, but not refunded once and whole`)
  if (channel.state !== 'surplus' && surplus.length > 0)
    found.push(`${outTradeNo}: ${channel.state}, but refunded as surplus`)
  return found
}

/** One channel order of ours: nothing is written as received that was not, and nothing twice. */
function unbacked({ outTradeNo, state }: Channel, order: LedgerOrder | undefined, notes: Books['notes']): string[] {
  const received = state === 'paid' || state === 'surplus' || state === 'held'
  const found: string[] = []
  if (state === 'open') found.push(`${outTradeNo} is still open`)
  if (received && !order?.payment) found.push(`${outTradeNo}: ${state} here, but nobody paid it`)
  const noted = notes.get(outTradeNo) ?? 0
  if (noted !== (received ? 1 : 0)) found.push(`${outTradeNo}: ${state}, but noted ${noted} times as received`)
  return found
}

function application(
  { id, state, events, order }: Application,
  channels: readonly Channel[],
  orderOf: ReadonlyMap<string, LedgerOrder>,
  { office, payUntil, books }: Evidence,
): string[] {
  const paid = channels.filter((channel) => channel.state === 'paid')
  const [by] = paid
  const confirmed = events.filter((event) => event === 'payment-confirmed').length
  const found: string[] = []
  if (paid.length > 1) found.push(`paid ${paid.length} times`)
  if (confirmed !== paid.length) found.push(`confirmed ${confirmed} times, paid ${paid.length} times`)
  if ((order?.paidBy ?? undefined) !== by?.outTradeNo) found.push(`its order is paid by ${order?.paidBy}`)
  const right = rightState(events, order?.state === 'held', by !== undefined)
  if (state !== right) found.push(`${state}, but by its history ${right}`)
  if (state === 'abandoned') found.push(...missed(channels, orderOf, payUntil))
  const told = office.get(id) ?? []
  const decided = events.filter((event) => event === 'refund-decided').length
  const refunds = books.refunds.filter(({ cause, outTradeNo }) => cause === 'office' && outTradeNo === by?.outTradeNo)
  if (refunds.length !== decided) found.push(`the office decided ${decided} refunds, there are ${refunds.length}`)
  return [...found, ...officeKnows(told, by, refunds)].map((line) => `application ${id}: ${line}`)
}

/** Whose money is held has not given up: that waits for staff. Unless it came after the end. */
function rightState(events: readonly string[], isHeld: boolean, isPaid: boolean): string {
  if (isPaid || events.includes('fee-waived')) return 'confirmed'
  if (events.includes('withdrawn')) return 'withdrawn'
  return isHeld && !events.includes('payment-overdue') ? 'awaiting-payment' : 'abandoned'
}

/** 五(二): the right amount in time is no abandonment, however late it is known. */
function missed(channels: readonly Channel[], orderOf: ReadonlyMap<string, LedgerOrder>, payUntil: Date): string[] {
  const inTime = channels.filter(({ outTradeNo, amountCents }) => {
    const paid = orderOf.get(outTradeNo)?.payment
    return paid && paid.cents === amountCents && Date.parse(paid.paidAt) < payUntil.getTime()
  })
  return inTime.map(({ outTradeNo }) => `abandoned, but ${outTradeNo} was paid in time`)
}

/** The office has one payment where there is one, as it was, and of its own refund the end, once. */
function officeKnows(told: readonly Entry[], by: Channel | undefined, refunds: readonly Refund[]): string[] {
  const payments = told.filter(({ type }) => type === 'payment').map(({ detail }) => detail)
  const found: string[] = []
  if (payments.length !== (by ? 1 : 0)) found.push(`the office knows ${payments.length} payments`)
  const [one] = payments
  const same =
    one?.['outTradeNo'] === by?.outTradeNo &&
    one?.['transactionId'] === (by?.transactionId ?? undefined) &&
    one?.['amountCents'] === (by?.receivedCents ?? undefined)
  if (!same) found.push(`the office knows another payment: ${JSON.stringify(one)}`)
  const ends = told.filter(({ type, detail }) => type === 'refund' && detail['state'] === 'refunded')
  if (ends.length !== refunds.length) found.push(`the office knows ${ends.length} refunds that ended`)
  return found
}
