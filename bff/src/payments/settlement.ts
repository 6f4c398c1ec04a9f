import { Injectable, Logger } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { PaymentDoor, type Payer } from '../applications/payment-door'
import { Clock } from '../platform/time/clock'
import type { Trade } from '../platform/wechat-pay/trade'
import { WechatPay } from '../platform/wechat-pay/wechat-pay'
import { Audit } from './audit'
import { nextQueryAt } from './orders/schedule'
import { Refunds } from './refunds/refunds'
import { lockRow } from './row-lock'
import type { PaymentSource } from './rows/audit-rows'
import { ChannelOrderRow, type ChannelState } from './rows/channel-order-row'
import { OrderRow } from './rows/order-row'
import { Shipping } from './shipping'

/**
 * `repeat`: it was known. `open`: not paid yet. `unknown-order`: WeChat has it, our books do not: for staff.
 */
export type Settled = 'paid' | 'surplus' | 'held' | 'closed' | 'open' | 'repeat' | 'unknown-order'

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
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async settle(manager: EntityManager, trade: Trade, source: PaymentSource): Promise<Settled> {
    const books = await this.books(manager, trade.outTradeNo)
    if (!books) return this.unknown(manager, trade)
    if (trade.state === 'SUCCESS' || trade.state === 'REFUND') return this.paid(manager, books, trade, source)
    if (books.channel.state !== 'open') return 'repeat'
    if (trade.state === 'CLOSED' || trade.state === 'REVOKED') return this.close(manager, books, source)
    await this.waitOn(manager, books.channel)
    return 'open'
  }

  /** WeChat has no such order, and none can be on its way to it any more. */
  async absent(manager: EntityManager, outTradeNo: string, source: PaymentSource): Promise<Settled> {
    const books = await this.books(manager, outTradeNo)
    if (!books) return 'unknown-order'
    return books.channel.state === 'open' ? this.close(manager, books, source) : 'repeat'
  }

  private async books(manager: EntityManager, outTradeNo: string): Promise<Books | undefined> {
    const found = await manager.findOne(ChannelOrderRow, { select: { applicationId: true }, where: { outTradeNo } })
    if (!found) return undefined
    const payer = await this.door.lock(manager, found.applicationId)
    // Locked too: whoever takes it for a query changes its version.
    const channel = await lockRow(manager, ChannelOrderRow, { outTradeNo })
    const order = channel && (await manager.findOneBy(OrderRow, { id: channel.orderId }))
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
    if (channel.state !== 'open' && channel.state !== 'closed') return 'repeat'
    const received: Paid = {
      transactionId: trade.transactionId ?? '',
      receivedCents: trade.totalCents ?? 0,
      paidAt: trade.successTime ?? this.clock.now(),
    }
    const fault = this.wrong(books, trade)
    if (fault !== undefined) return this.hold(manager, books, received, { fault, source })
    if (order.state !== 'open' || !(await this.confirm(manager, payer, channel, received))) {
      return this.surplus(manager, books, received, source)
    }
    await this.mark(manager, channel, 'paid', received)
    await this.markOrder(manager, order, { state: 'paid', paidBy: channel.outTradeNo, paidAt: received.paidAt })
    await this.note(manager, channel, source, 'paid', { cents: received.receivedCents })
    const { outTradeNo, accountId, description } = channel
    const { transactionId, paidAt } = received
    await this.shipping.enqueue(manager, { transactionId, outTradeNo, accountId, description, paidAt })
    return 'paid'
  }

  /** Made after the deadline it pays nothing any more; learnt after it, it counts (五(二)). */
  private async confirm(manager: EntityManager, payer: Payer, channel: ChannelOrderRow, paid: Paid): Promise<boolean> {
    const late = payer.payUntil !== undefined && paid.paidAt >= payer.payUntil
    if (payer.row.state === 'abandoned' && late) return false
    const { outTradeNo } = channel
    const { transactionId, receivedCents: amountCents, paidAt } = paid
    return this.door.confirm(manager, payer, { outTradeNo, transactionId, amountCents, paidAt: paidAt.toISOString() })
  }

  private async surplus(
    manager: EntityManager,
    { channel }: Books,
    paid: Paid,
    source: PaymentSource,
  ): Promise<Settled> {
    await this.mark(manager, channel, 'surplus', paid)
    await this.note(manager, channel, source, 'surplus', { cents: paid.receivedCents })
    await this.refunds.ask(manager, channel, {
      outRefundNo: `S${channel.outTradeNo}`,
      cause: 'surplus',
      amountCents: paid.receivedCents,
      reason: '重复或多余的缴费，原路退回',
      source,
    })
    return 'surplus'
  }

  private async hold(
    manager: EntityManager,
    { channel, order }: Books,
    paid: Paid,
    { fault, source }: { fault: string; source: PaymentSource },
  ): Promise<Settled> {
    await this.mark(manager, channel, 'held', paid)
    if (order.state === 'open') await this.markOrder(manager, order, { state: 'held' })
    await this.note(manager, channel, source, 'held', { fault, cents: paid.receivedCents })
    this.logger.error({ outTradeNo: channel.outTradeNo, fault }, 'money came that does not fit: held for staff')
    return 'held'
  }

  private async close(manager: EntityManager, { channel }: Books, source: PaymentSource): Promise<Settled> {
    await this.mark(manager, channel, 'closed')
    await this.note(manager, channel, source, 'closed')
    return 'closed'
  }

  private async waitOn(manager: EntityManager, { outTradeNo, queryStep, timeExpire }: ChannelOrderRow): Promise<void> {
    const next = nextQueryAt(queryStep, this.clock.now(), timeExpire)
    const changes = { queryStep: queryStep + 1, nextQueryAt: next, leaseUntil: null }
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
    const { affected } = await manager.update(ChannelOrderRow, { outTradeNo, version }, changes)
    if (affected !== 1) throw new Error(`the channel order ${outTradeNo} was changed by somebody else`)
  }

  private async markOrder(
    manager: EntityManager,
    { id, version }: OrderRow,
    changes: Partial<OrderRow>,
  ): Promise<void> {
    const whole = { ...changes, version: version + 1, updatedAt: this.clock.now() }
    const { affected } = await manager.update(OrderRow, { id, version }, whole)
    if (affected !== 1) throw new Error(`the order ${id} was changed by somebody else`)
  }

  private note(
    manager: EntityManager,
    { applicationId, outTradeNo }: ChannelOrderRow,
    source: PaymentSource,
    event: string,
    facts?: Record<string, string | number>,
  ): Promise<void> {
    return this.audit.note(manager, { applicationId, outTradeNo, source, event, ...(facts && { facts }) })
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
