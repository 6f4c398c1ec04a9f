import type { INestApplicationContext } from '@nestjs/common'
import { Queries } from './payments/queries'
import { Differences } from './payments/reconciliation/differences'
import { StaffRefunds, type StaffRefund } from './payments/reconciliation/staff-refunds'
import { StuckMoney } from './payments/reconciliation/stuck-money'
import { Trails } from './payments/reconciliation/trails'
import type { DifferenceRow, PaymentEventRow } from './payments/rows/audit-rows'
import type { ChannelOrderRow } from './payments/rows/channel-order-row'
import type { RefundRow } from './payments/rows/refund-row'
import { WechatPay } from './platform/wechat-pay/wechat-pay'

/** Prints lines; undefined: the arguments are wrong. Throws with the words for the operator. */
export type Command = (app: INestApplicationContext, args: readonly string[]) => Promise<string[] | undefined>

export const paymentUsage = `npm run office -- payments:differences [--all]           where WeChat Pay and our books disagree; --all: settled ones too
npm run office -- payments:resolve ID NOTE…              notes what was done about one, or about a held payment or stuck refund by its number
npm run office -- payments:held                          payments that did not fit
npm run office -- payments:refunds                       refunds that do not go through
npm run office -- payments:refund OUT_TRADE_NO REASON…   gives a payment back in full; the payer reads the reason
npm run office -- payments:trace APPLICATION_ID|OUT_TRADE_NO   every step of its money
npm run office -- payments:check OUT_TRADE_NO            asks WeChat Pay about it now`

/** The columns and WeChat Pay take no more. */
const longestNote = 300
const longestReason = 80

export const paymentCommands: Readonly<Record<string, Command>> = {
  'payments:differences': async (app, [all, ...more]) => {
    if (more.length > 0 || (all !== undefined && all !== '--all')) return undefined
    const rows = await app.get(Differences).list(all !== undefined)
    return orNothing(rows.map(differenceLine), all ? 'no differences' : 'no open differences')
  },

  'payments:resolve': async (app, [id, ...words]) => {
    const note = words.join(' ').trim()
    if (id === undefined || note === '') return undefined
    limit('note', note, longestNote)
    const resolved = (await app.get(Differences).resolve(id, note)) || (await app.get(StuckMoney).resolve(id, note))
    if (!resolved) throw new Error(`no open difference, held payment or stuck refund has the id ${id}`)
    return [`${id} is settled`]
  },

  'payments:held': async (app, args) => {
    if (args.length > 0) return undefined
    return orNothing((await app.get(StuckMoney).held()).map(heldLine), 'no payment is held')
  },

  'payments:refunds': async (app, args) => {
    if (args.length > 0) return undefined
    return orNothing((await app.get(StuckMoney).refunds()).map(refundLine), 'every refund goes through')
  },

  'payments:refund': async (app, [outTradeNo, ...words]) => {
    const reason = words.join(' ').trim()
    if (outTradeNo === undefined || reason === '') return undefined
    limit('reason', reason, longestReason)
    return [refunded(outTradeNo, await app.get(StaffRefunds).giveBack(outTradeNo, reason))]
  },

  'payments:trace': async (app, [id, ...more]) => {
    if (id === undefined || more.length > 0) return undefined
    return orNothing((await app.get(Trails).of(id)).map(eventLine), `no money has moved for ${id}`)
  },

  'payments:check': async (app, [outTradeNo, ...more]) => {
    if (outTradeNo === undefined || more.length > 0) return undefined
    if (!app.get(WechatPay).merchant) throw new Error('no merchant of WeChat Pay is set up')
    if (!(await app.get(Trails).has(outTradeNo))) throw new Error(`no order has the number ${outTradeNo}`)
    const answer = await app.get(Queries).ask(outTradeNo, 'staff')
    return [answer === 'unknown' ? 'WeChat Pay gave no word; try again' : `${outTradeNo} ${said[answer] ?? answer}`]
  },
}

const said: Readonly<Record<string, string>> = {
  paid: 'was paid',
  repeat: 'brought nothing new; payments:trace shows what is known',
  open: 'is not paid',
  closed: 'is closed unpaid',
  surplus: 'was paid though nothing was owed: it goes back by itself',
  held: 'was paid, but does not fit: held',
}

function refunded(outTradeNo: string, refund: StaffRefund): string {
  switch (refund.outcome) {
    case 'asked':
      return `${refund.outRefundNo} ${yuan(refund.amountCents)} is asked for with the server's next turn`
    case 'exists':
      return `${refund.outRefundNo} ${yuan(refund.amountCents)} was asked for before`
    case 'too-much':
      throw new Error(`another refund has ${outTradeNo} already: see payments:trace ${outTradeNo}`)
    case 'not-received':
      throw new Error(`nothing was received for ${outTradeNo}`)
    case 'unknown':
      throw new Error(`no order has the number ${outTradeNo}`)
  }
}

function differenceLine({ id, day, facts, foundAt, resolvedAt, note }: DifferenceRow): string {
  const settled = resolvedAt === null ? [] : [`settled ${resolvedAt.toISOString()}`, note ?? '']
  return line([id, day && `bill of ${day}`, `found ${foundAt.toISOString()}`, words(facts), ...settled])
}

function heldLine({
  outTradeNo,
  applicationId,
  amountCents,
  receivedCents,
  transactionId,
  paidAt,
}: ChannelOrderRow): string {
  const amounts = `received ${yuan(receivedCents ?? 0)} instead of ${yuan(amountCents)}`
  return line([
    outTradeNo,
    `application ${applicationId}`,
    amounts,
    transactionId,
    `paid ${paidAt?.toISOString() ?? ''}`,
  ])
}

function refundLine({
  outRefundNo,
  state,
  amountCents,
  cause,
  outTradeNo,
  askedAt,
  nextAt,
  lastError,
}: RefundRow): string {
  const next = nextAt && `next try ${nextAt.toISOString()}`
  const since = `since ${askedAt.toISOString()}`
  return line([outRefundNo, state, yuan(amountCents), cause, `of ${outTradeNo}`, since, next, lastError])
}

function eventLine({ at, event, source, outTradeNo, outRefundNo, facts }: PaymentEventRow): string {
  return line([at.toISOString(), event, `by ${source}`, outTradeNo, outRefundNo, words(facts ?? {})])
}

function words({ cents, ...facts }: Record<string, string | number>): string {
  const amount = cents === undefined ? [] : [yuan(Number(cents))]
  return [...amount, ...Object.entries(facts).map(([name, fact]) => `${name}=${fact}`)].join(' ')
}

function yuan(cents: number): string {
  return `${(cents / 100).toFixed(2)} yuan`
}

function line(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part).join('  ')
}

function orNothing(lines: string[], nothing: string): string[] {
  return lines.length > 0 ? lines : [nothing]
}

function limit(what: string, text: string, most: number): void {
  if (text.length > most) throw new Error(`the ${what} is longer than ${most} characters`)
}
