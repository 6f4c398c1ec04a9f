import { randomUUID } from 'node:crypto'
import { Injectable, Logger } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { PaymentDoor, type Payer } from '../../applications/payment-door'
import type { ErrorCode, PayRequest } from '../../contract'
import { Transactions } from '../../platform/database/transaction'
import { AppError, type ErrorFacts } from '../../platform/errors/app-error'
import { Authenticator } from '../../platform/http/principal'
import { addSeconds, Clock } from '../../platform/time/clock'
import { WechatPay } from '../../platform/wechat-pay/wechat-pay'
import { Audit } from '../audit'
import { Queries } from '../queries'
import { ChannelOrderRow } from '../rows/channel-order-row'
import { OrderRow } from '../rows/order-row'
import { Statuses } from '../statuses'
import { endOfOrder, lastSeconds, leastSeconds, nextQueryAt, windowOver } from './schedule'
import { newTradeNumber } from './trade-number'

/** What is to be done at WeChat, outside any transaction: show the payer the order, make it there, or end one that no longer fits. */
type Plan = { do: 'show' | 'make' | 'end'; channel: ChannelOrderRow }

const refuse = (code: ErrorCode, facts: ErrorFacts = {}): AppError => new AppError(code, facts)
/** An order that was ended gives way to a new one; a third time something is wrong. */
const rounds = 3

/** WeChat has it and somebody paid it: a query tells. */
const paidCodes = new Set(['ORDERPAID', 'OUTTRADENOUSED'])
const spentCodes = new Set(['ORDERCLOSED', 'INVALIDREQUEST'])

/**
 * Begins a payment. Amount, payer and text are ours to know. The intent is committed first, no transaction is open while WeChat is asked, and an
 * unknown outcome stays unknown: the next tap asks for the same order again.
 */
@Injectable()
export class Orders {
  private readonly logger = new Logger('payments')

  constructor(
    private readonly transactions: Transactions,
    private readonly door: PaymentDoor,
    private readonly statuses: Statuses,
    private readonly queries: Queries,
    private readonly pay: WechatPay,
    private readonly accounts: Authenticator,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `payment-not-possible`, `payment-unavailable`, `payment-refused` */
  async start(applicationId: string, accountId: string): Promise<PayRequest> {
    for (let round = 1; round <= rounds; round += 1) {
      const { do: task, channel } = await this.transactions.run((manager) =>
        this.plan(manager, applicationId, accountId),
      )
      if (task === 'show' && channel.prepayId !== null) return this.pay.payRequest(channel.prepayId)
      if (task === 'end') await this.ended(channel)
      else if (task === 'make') {
        const prepayId = await this.make(channel)
        if (prepayId !== undefined) return this.pay.payRequest(prepayId)
      }
    }
    throw refuse('payment-unavailable')
  }

  private async plan(manager: EntityManager, applicationId: string, accountId: string): Promise<Plan> {
    const payer = await this.door.lock(manager, applicationId)
    const open = await manager.findOneBy(ChannelOrderRow, { applicationId, state: 'open' })
    const { state, reason } = await this.statuses.of(manager, payer)
    if (state !== 'payable' && state !== 'confirming')
      throw refuse('payment-not-possible', { state, ...(reason && { reason }) })
    if (!open) return { do: 'make', channel: await this.create(manager, payer, accountId) }
    if (!this.fits(open, payer, accountId)) return this.giveWay(payer, open)
    await this.watch(manager, open)
    return { do: open.prepayId === null ? 'make' : 'show', channel: open }
  }

  /** Ended for a new one; where there can be none, whoever has it may still pay it. */
  private giveWay({ due, payUntil }: Payer, open: ChannelOrderRow): Plan {
    if (due.state !== 'online' || payUntil === undefined) throw refuse('payment-not-possible', { state: due.state })
    if (windowOver(this.clock.now(), payUntil))
      throw refuse('payment-not-possible', { state: 'closed', reason: 'window-over' })
    return { do: 'end', channel: open }
  }

  /** The same again, time enough to pay it, and over when the deadline is. */
  private fits(open: ChannelOrderRow, { due, payUntil, description }: Payer, accountId: string): boolean {
    const seconds = open.prepayId === null ? leastSeconds : lastSeconds
    const isOver = payUntil === undefined || open.timeExpire > payUntil
    const inTime = !isOver && addSeconds(this.clock.now(), seconds) < open.timeExpire
    const same = open.amountCents === due.feeCents && open.description === description && open.accountId === accountId
    return inTime && same && !open.unwanted
  }

  /** The payer goes to the cashier: WeChat is asked soon and often from now on. */
  private async watch(manager: EntityManager, { outTradeNo, timeExpire }: ChannelOrderRow): Promise<void> {
    const now = this.clock.now()
    const changes = { queryStep: 0, nextQueryAt: nextQueryAt(0, now, timeExpire), updatedAt: now }
    await manager.update(ChannelOrderRow, { outTradeNo, state: 'open' }, changes)
  }

  private async create(manager: EntityManager, payer: Payer, accountId: string): Promise<ChannelOrderRow> {
    const { due, payUntil, description, row } = payer
    if (due.feeCents === undefined || payUntil === undefined) throw refuse('payment-not-possible', { state: 'closed' })
    const now = this.clock.now()
    const order = await this.orderOf(manager, row.id)
    const outTradeNo = newTradeNumber()
    const timeExpire = endOfOrder(now, payUntil)
    const channel: ChannelOrderRow = {
      ...{ outTradeNo, orderId: order.id, applicationId: row.id, accountId, openKey: order.id, state: 'open' },
      ...{ amountCents: due.feeCents, description, timeExpire, prepayId: null, unwanted: false },
      ...{ transactionId: null, receivedCents: null, paidAt: null },
      ...{ nextQueryAt: nextQueryAt(0, now, timeExpire), queryStep: 0, leaseUntil: null },
      ...{ version: 0, createdAt: now, updatedAt: now },
    }
    await manager.insert(ChannelOrderRow, channel)
    const facts = { cents: due.feeCents }
    await this.audit.note(manager, { applicationId: row.id, outTradeNo, source: 'phone', event: 'ordered', facts })
    return channel
  }

  private async orderOf(manager: EntityManager, applicationId: string): Promise<OrderRow> {
    const known = await manager.findOneBy(OrderRow, { applicationId })
    if (known) return known
    const now = this.clock.now()
    const made: OrderRow = {
      ...{ id: randomUUID(), applicationId, state: 'open', paidBy: null, paidAt: null },
      ...{ version: 0, createdAt: now, updatedAt: now },
    }
    await manager.insert(OrderRow, made)
    return made
  }

  /** Undefined: WeChat cannot make it any more, or it ended meanwhile; another round finds out what to do. */
  private async make({
    outTradeNo,
    description,
    amountCents,
    timeExpire,
    accountId,
  }: ChannelOrderRow): Promise<string | undefined> {
    const openid = await this.accounts.openidOf(accountId)
    const made = await this.pay.prepay({ outTradeNo, description, amountCents, timeExpire, openid })
    if (made.kind === 'unknown') throw refuse('payment-unavailable')
    if (made.kind === 'ok') {
      const { prepayId } = made.value
      const { affected } = await this.transactions.run((manager) =>
        manager.update(ChannelOrderRow, { outTradeNo, state: 'open' }, { prepayId }),
      )
      return affected === 1 ? prepayId : undefined
    }
    if (paidCodes.has(made.code)) await this.queries.ask(outTradeNo, 'phone')
    else if (spentCodes.has(made.code)) await this.ended({ outTradeNo })
    else throw this.refused(outTradeNo, made.code)
    return undefined
  }

  private refused(outTradeNo: string, code: string): AppError {
    this.logger.error({ outTradeNo, code }, 'WeChat Pay refuses an order')
    return refuse('payment-refused', { code })
  }

  private async ended({ outTradeNo }: Pick<ChannelOrderRow, 'outTradeNo'>): Promise<void> {
    if ((await this.queries.end(outTradeNo)) === 'unknown') throw refuse('payment-unavailable')
  }
}
