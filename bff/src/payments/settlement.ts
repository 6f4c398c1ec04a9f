import { Injectable, Logger } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Announcements } from '../applications/announcements'
import { PaymentDoor, type Payer } from '../applications/payment-door'
import { changeRow, findRow } from '../platform/database/hot-rows'
import { addSeconds, Clock } from '../platform/time/clock'
import type { Trade } from '../platform/wechat-pay/trade'
import { WechatPay } from '../platform/wechat-pay/wechat-pay'
import { Audit } from './audit'
import { nextQueryAt } from './orders/schedule'
import { Unwanted } from './orders/unwanted'
import { Refunds } from './refunds/refunds'
import type { PaymentSource } from './rows/audit-rows'
import { ChannelOrderRow, type ChannelState } from './rows/channel-order-row'
import { OrderRow } from './rows/order-row'
import { Shipping } from './shipping'
import { channelEdges, next, orderEdges, type ChannelEvent, type OrderEvent } from './table/table'

/**
 * `repeat`: it was known. `open`: not paid yet. `unknown-order`: WeChat has it, our books do not: for staff.
 */
export type Settled = 'paid' | 'surplus' | 'held' | 'closed' | 'open' | 'repeat' | 'unknown-order'

/** A create of ours that went out before is over by then: what WeChat does not have now will not come. */
const createSeconds = 60

const whoseOrder = 'select application_id as applicationId from payment_channel_order where out_trade_no = ?'

interface Books {
  payer: Payer
  order: OrderRow
  channel: ChannelOrderRow
}

interface Paid {
  transactionId: string
  receivedCents: number
  paidAt: Date
}

interface Word {
  source: PaymentSource
  received?: Paid
  facts?: Record<string, string>
}

/**
 * The one way in which WeChat's word becomes ours: notification, scheduled query, the phone's return, closing and the daily bill all come here.
 * The application's row is locked first, so that two of them at once are one after the other; each change is a compare-and-set besides.
 */
@Injectable()
export class Settlement {
  private readonly logger = new Logger('payments')

  constructor(
    private readonly door: PaymentDoor,
    private readonly pay: WechatPay,
    private readonly refunds: Refunds,
    private readonly shipping: Shipping,
    private readonly unwanted: Unwanted,
    private readonly audit: Audit,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {}

  async settle(manager: EntityManager, trade: Trade, source: PaymentSource): Promise<Settled> {
    const books = await this.books(manager, trade.outTradeNo)
    if (!books) return this.unknown(manager, trade)
    if (trade.state === 'SUCCESS' || trade.state === 'REFUND') return this.paid(manager, books, trade, source)
    if (trade.state === 'CLOSED' || trade.state === 'REVOKED') return this.take(manager, books, 'closed', { source })
    if (books.channel.state !== 'open') return 'repeat'
    await this.waitOn(manager, books.channel, source)
    return 'open'
  }

  /** WeChat has no such order. `unproven`: it had it, or a create of ours may be on its way; seen under the lock, since the payer may tap now. */
  async absent(manager: EntityManager, outTradeNo: string, source: PaymentSource): Promise<Settled | 'unproven'> {
    const books = await this.books(manager, outTradeNo)
    if (!books) return 'unknown-order'
    const { state, prepayId, updatedAt } = books.channel
    if (state !== 'open') return 'repeat'
    if (prepayId !== null || addSeconds(updatedAt, createSeconds) > this.clock.now()) return 'unproven'
    return this.take(manager, books, 'closed', { source })
  }

  private async books(manager: EntityManager, outTradeNo: string): Promise<Books | undefined> {
    const [found]: Pick<ChannelOrderRow, 'applicationId'>[] = await manager.query(whoseOrder, [outTradeNo])
    if (!found) return undefined
    const payer = await this.door.lock(manager, found.applicationId)
    // Locked too: whoever takes it for a query changes its version.
    const channel = await findRow(manager, ChannelOrderRow, { outTradeNo }, 'lock')
    const order = channel && (await findRow(manager, OrderRow, { id: channel.orderId }))
    return channel && order ? { payer, order, channel } : undefined
  }

  /** What is wrong with a payment, for staff; undefined: nothing. */
  private wrong({ channel }: Books, trade: Trade): string | undefined {
    const { merchant } = this.pay
    if (trade.mchid !== merchant?.mchid) return 'mchid'
    if (trade.appid !== merchant.appid) return 'appid'
    if (trade.transactionId === undefined || trade.successTime === undefined) return 'incomplete'
    if (trade.currency !== 'CNY') return 'currency'
    return trade.totalCents === channel.amountCents ? undefined : 'amount'
  }

  private async paid(manager: EntityManager, books: Books, trade: Trade, source: PaymentSource): Promise<Settled> {
    const { channel, order, payer } = books
    if (next(channelEdges, channel.state, 'paid') === undefined) return 'repeat'
    const received: Paid = {
      transactionId: trade.transactionId ?? '',
      receivedCents: trade.totalCents ?? 0,
      paidAt: trade.successTime ?? this.clock.now(),
    }
    const fault = this.wrong(books, trade)
    if (fault !== undefined) return this.take(manager, books, 'paid-wrong', { source, received, facts: { fault } })
    const owed = next(orderEdges, order.state, 'paid') !== undefined
    const confirmed = owed && (await this.confirm(manager, payer, channel, received))
    return this.take(manager, books, confirmed ? 'paid' : 'paid-unowed', { source, received })
  }

  /** Made after the deadline it pays nothing any more; learnt after it, it counts (五(二)). */
  private async confirm(manager: EntityManager, payer: Payer, channel: ChannelOrderRow, paid: Paid): Promise<boolean> {
    const late = payer.payUntil !== undefined && paid.paidAt >= payer.payUntil
    if (payer.row.state === 'abandoned' && late) return false
    const { outTradeNo } = channel
    const { transactionId, receivedCents: amountCents, paidAt } = paid
    return this.door.confirm(manager, payer, { outTradeNo, transactionId, amountCents, paidAt: paidAt.toISOString() })
  }

  /** Takes the edge of the table, writes it down, and does what follows from it. */
  private async take(
    manager: EntityManager,
    books: Books,
    event: ChannelEvent,
    { source, received, facts }: Word,
  ): Promise<Settled> {
    const { channel } = books
    const state = next(channelEdges, channel.state, event)
    if (state === undefined) return 'repeat'
    await this.mark(manager, channel, state, received)
    const { applicationId, outTradeNo } = channel
    const cents = received && { cents: received.receivedCents }
    await this.audit.note(manager, { applicationId, outTradeNo, source, event: state, facts: { ...cents, ...facts } })
    if (received) await this.follow(manager, books, event, received)
    return state
  }

  private async follow(
    manager: EntityManager,
    { channel, order }: Books,
    event: ChannelEvent,
    paid: Paid,
  ): Promise<void> {
    const { outTradeNo, accountId, description } = channel
    const { transactionId, receivedCents: amountCents, paidAt } = paid
    if (event === 'paid') {
      await this.markOrder(manager, order, 'paid', { paidBy: outTradeNo, paidAt })
      await this.shipping.enqueue(manager, { transactionId, outTradeNo, accountId, description, paidAt })
    } else if (event === 'paid-unowed') {
      const reason = '重复或多余的缴费，原路退回'
      const wish = {
        outRefundNo: `S${outTradeNo}`,
        cause: 'surplus' as const,
        amountCents,
        reason,
        source: 'job' as const,
      }
      await this.refunds.ask(manager, { ...channel, state: 'surplus', receivedCents: amountCents }, wish)
    } else {
      await this.markOrder(manager, order, 'paid-wrong')
      const { applicationId } = channel
      const announcement = { applicationId, name: 'payment-held' as const, key: `held:${outTradeNo}` }
      await this.announcements.tell(manager, { ...announcement, facts: { amountCents: String(amountCents) } })
      this.logger.error({ outTradeNo }, 'money came that does not fit: held for staff')
    }
    // Of another order that is open nothing is owed any more.
    await this.unwanted.mark(manager, channel.applicationId)
  }

  /** A phone that asks uses up no step: while it shows itself the payer may be about to pay, so the schedule begins anew. */
  private async waitOn(
    manager: EntityManager,
    { outTradeNo, queryStep, timeExpire }: ChannelOrderRow,
    source: PaymentSource,
  ): Promise<void> {
    const step = source === 'phone' ? 0 : queryStep
    const next = nextQueryAt(step, this.clock.now(), timeExpire)
    const changes = { queryStep: step + 1, nextQueryAt: next, leaseUntil: null }
    await manager.update(ChannelOrderRow, { outTradeNo, state: 'open' }, changes)
  }

  private async mark(
    manager: EntityManager,
    { outTradeNo, version }: ChannelOrderRow,
    state: ChannelState,
    paid?: Paid,
  ): Promise<void> {
    const received = paid && { ...paid, transactionId: paid.transactionId || null }
    const settled = { openKey: null, nextQueryAt: null, leaseUntil: null, version: version + 1 }
    const changes = { state, ...received, ...settled, updatedAt: this.clock.now() }
    if ((await changeRow(manager, ChannelOrderRow, { outTradeNo, version }, changes)) !== 1)
      throw new Error(`the channel order ${outTradeNo} was changed by somebody else`)
  }

  private async markOrder(
    manager: EntityManager,
    { id, version, state: from }: OrderRow,
    event: OrderEvent,
    changes: Partial<OrderRow> = {},
  ): Promise<void> {
    const state = next(orderEdges, from, event)
    if (state === undefined) return
    const whole = { ...changes, state, version: version + 1, updatedAt: this.clock.now() }
    if ((await changeRow(manager, OrderRow, { id, version }, whole)) !== 1)
      throw new Error(`the order ${id} was changed by somebody else`)
  }

  private async unknown(
    manager: EntityManager,
    { outTradeNo, transactionId = '', totalCents = 0, state }: Trade,
  ): Promise<Settled> {
    const facts = { transactionId, totalCents, state }
    const isNew = await this.audit.differ(manager, { kind: 'unknown-payment', number: outTradeNo.slice(0, 64), facts })
    if (isNew) this.logger.error({ outTradeNo }, 'WeChat Pay knows an order that our books do not have')
    return 'unknown-order'
  }
}
