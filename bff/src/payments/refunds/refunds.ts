import { Injectable, Logger } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Announcements, type Announcement } from '../../applications/announcements'
import type { OfficeRefund } from '../../applications/office-snapshot'
import { aggregateOf } from '../../applications/transitions'
import type { RefundState, RefundView } from '../../contract'
import { Outbox } from '../../platform/outbox/outbox'
import { addSeconds, Clock } from '../../platform/time/clock'
import type { RefundRecord } from '../../platform/wechat-pay/trade'
import { Audit } from '../audit'
import { lockRow } from '../row-lock'
import type { PaymentSource } from '../rows/audit-rows'
import { ChannelOrderRow } from '../rows/channel-order-row'
import { OrderRow } from '../rows/order-row'
import { RefundRow } from '../rows/refund-row'
import { next, orderEdges, refundEdges } from '../table/table'

export interface RefundWish {
  /** Made from what caused it: the same cause again is the same refund. */
  outRefundNo: string
  cause: RefundView['cause']
  amountCents: number
  /** The payer reads it. */
  reason: string
  source: PaymentSource
}

const announced: Partial<Record<RefundState, Announcement['name']>> = {
  asked: 'refund-asked',
  refunded: 'refund-done',
  abnormal: 'refund-stuck',
  closed: 'refund-stuck',
}

const told: Partial<Record<RefundState, OfficeRefund['state']>> = {
  asked: 'requested',
  refunded: 'refunded',
  abnormal: 'failed',
  closed: 'failed',
}

/** WeChat is asked after a minute, then rarer; an abnormal one goes on being asked for, since staff may bring it to its end. */
const waits = [60, 300, 1800, 3600]
const longWait = 6 * 3600

/** The books of refunds. Who asks WeChat is refund-turns.ts. */
@Injectable()
export class Refunds {
  private readonly logger = new Logger('payments')

  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts a refund of a received payment on the books; it leaves with the next turn. `exists`: the same cause has asked before. `too-much`: more than
   * is left of the payment; nothing is done.
   */
  async ask(
    manager: EntityManager,
    channel: ChannelOrderRow,
    wish: RefundWish,
  ): Promise<'asked' | 'exists' | 'too-much'> {
    const { outTradeNo, applicationId, receivedCents } = channel
    if (await manager.existsBy(RefundRow, { outRefundNo: wish.outRefundNo })) return 'exists'
    const totalCents = receivedCents ?? wish.amountCents
    const given = await this.given(manager, channel)
    if (wish.amountCents < 1 || given + wish.amountCents > totalCents) return 'too-much'
    const { source, ...asked } = wish
    const now = this.clock.now()
    const row: RefundRow = {
      ...asked,
      ...{ outTradeNo, applicationId, totalCents, state: 'asked', refundId: null },
      ...{ nextAt: now, step: 0, leaseUntil: null, lastError: null, version: 0, askedAt: now, changedAt: now },
    }
    await manager.insert(RefundRow, row)
    await this.changed(manager, row, source, wish.reason)
    return 'asked'
  }

  /** Cents of a payment that have gone back or are on their way. */
  async given(manager: EntityManager, { outTradeNo }: Pick<ChannelOrderRow, 'outTradeNo'>): Promise<number> {
    const refunds = await manager.findBy(RefundRow, { outTradeNo })
    return refunds.filter(({ state }) => state !== 'closed').reduce((sum, { amountCents }) => sum + amountCents, 0)
  }

  /** What WeChat says about it, by whatever way. */
  async settle(
    manager: EntityManager,
    record: RefundRecord,
    source: PaymentSource,
  ): Promise<'changed' | 'repeat' | 'unknown'> {
    const row = await lockRow(manager, RefundRow, { outRefundNo: record.outRefundNo })
    if (!row) return this.unknown(manager, record)
    const state = next(refundEdges, row.state, record.state)
    if (state === undefined) return this.rest(manager, row)
    if (record.refundCents !== row.amountCents) await this.differs(manager, row, record)
    const refundId = record.refundId ?? row.refundId
    const after = { ...row, ...this.scheduled(row, state), state, refundId, lastError: null }
    await this.write(manager, row, after)
    await this.changed(manager, after, source)
    if (state === 'refunded' && row.cause === 'staff') await this.freeOrder(manager, row)
    return 'changed'
  }

  /** WeChat gave no word, or refused for a while: the same number goes again later. */
  async later(manager: EntityManager, row: RefundRow, error: string, seconds?: number): Promise<void> {
    const wait = seconds ?? waits[row.step] ?? longWait
    const nextAt = addSeconds(this.clock.now(), wait)
    const changes = { nextAt, step: row.step + 1, leaseUntil: null, lastError: error.slice(0, 200) }
    await this.write(manager, row, { ...row, ...changes })
  }

  /** Held money went back, or staff settled it outside: the fee can be paid the right way. */
  async freeOrder(manager: EntityManager, { applicationId }: Pick<OrderRow, 'applicationId'>): Promise<void> {
    const order = await lockRow(manager, OrderRow, { applicationId })
    const state = order && next(orderEdges, order.state, 'given-back')
    if (!state) return
    const changes = { state, version: order.version + 1, updatedAt: this.clock.now() }
    await manager.update(OrderRow, { id: order.id, version: order.version }, changes)
  }

  private scheduled(row: RefundRow, state: RefundState): Pick<RefundRow, 'nextAt' | 'step' | 'leaseUntil'> {
    if (state === 'refunded' || state === 'closed') return { nextAt: null, step: row.step, leaseUntil: null }
    const step = row.state === state ? row.step + 1 : 0
    const wait = state === 'abnormal' ? longWait : (waits[step] ?? longWait)
    return { nextAt: addSeconds(this.clock.now(), wait), step, leaseUntil: null }
  }

  /** It said nothing new: asked again later, where it is not over. */
  private async rest(manager: EntityManager, row: RefundRow): Promise<'repeat'> {
    if (row.leaseUntil !== null) await this.write(manager, row, { ...row, ...this.scheduled(row, row.state) })
    return 'repeat'
  }

  private async write(manager: EntityManager, { outRefundNo, version }: RefundRow, after: RefundRow): Promise<void> {
    const { state, refundId, nextAt, step, leaseUntil, lastError } = after
    const changes = {
      state,
      refundId,
      nextAt,
      step,
      leaseUntil,
      lastError,
      version: version + 1,
      changedAt: this.clock.now(),
    }
    const { affected } = await manager.update(RefundRow, { outRefundNo, version }, changes)
    if (affected !== 1) throw new Error(`the refund ${outRefundNo} was changed by somebody else`)
  }

  /** Written down, and the office hears of it where it had heard of the payment. */
  private async changed(manager: EntityManager, row: RefundRow, source: PaymentSource, reason?: string): Promise<void> {
    const { applicationId, outTradeNo, outRefundNo, amountCents, state } = row
    const facts = { cents: amountCents, cause: row.cause }
    await this.audit.note(manager, { applicationId, outTradeNo, outRefundNo, source, event: `refund-${state}`, facts })
    if (state === 'abnormal' || state === 'closed') this.logger.error({ outRefundNo, state }, 'a refund needs staff')
    await this.announce(manager, row)
    const channel = await manager.findOneByOrFail(ChannelOrderRow, { outTradeNo })
    const word = told[state]
    if (word === undefined || channel.state !== 'paid') return
    const at = this.clock.now().toISOString()
    const refund: OfficeRefund = { outRefundNo, outTradeNo, amountCents, state: word, ...(reason && { reason }), at }
    const payload = { applicationId, refund }
    await this.outbox.enqueue(manager, { topic: 'office.refund', aggregate: aggregateOf(applicationId), payload })
  }

  /** The person hears of each step, but that WeChat has it in hand. */
  private async announce(
    manager: EntityManager,
    { applicationId, outRefundNo, state, amountCents }: RefundRow,
  ): Promise<void> {
    const name = announced[state]
    if (!name) return
    const facts = { amountCents: String(amountCents) }
    await this.announcements.tell(manager, { applicationId, name, key: `refund:${outRefundNo}:${state}`, facts })
  }

  private async differs(
    manager: EntityManager,
    { outRefundNo, amountCents }: RefundRow,
    record: RefundRecord,
  ): Promise<void> {
    const facts = { ours: amountCents, theirs: record.refundCents }
    if (await this.audit.differ(manager, { kind: 'refund-differs', number: outRefundNo, facts }))
      this.logger.error({ outRefundNo, ...facts }, 'a refund has another amount at WeChat')
  }

  private async unknown(
    manager: EntityManager,
    { outRefundNo, outTradeNo, refundCents }: RefundRecord,
  ): Promise<'unknown'> {
    const facts = { outTradeNo, refundCents }
    if (await this.audit.differ(manager, { kind: 'unknown-refund', number: outRefundNo.slice(0, 64), facts }))
      this.logger.error({ outRefundNo }, 'WeChat Pay knows a refund that our books do not have')
    return 'unknown'
  }
}
