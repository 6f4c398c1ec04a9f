import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { PaymentDoor, type Payer } from '../applications/payment-door'
import type { PaymentClosedReason, PaymentState, PaymentStatus, Receipt, RefundView } from '../contract'
import { Transactions } from '../platform/database/transaction'
import { addSeconds, Clock } from '../platform/time/clock'
import { WechatPay } from '../platform/wechat-pay/wechat-pay'
import { lastSeconds, windowOver } from './orders/schedule'
import { ChannelOrderRow } from './rows/channel-order-row'
import { OrderRow } from './rows/order-row'
import { RefundRow } from './rows/refund-row'

type State = { state: PaymentState; reason?: PaymentClosedReason; receipt?: Receipt }

/** What the person sees of the payment: the server's own knowledge. */
@Injectable()
export class Statuses {
  constructor(
    private readonly transactions: Transactions,
    private readonly door: PaymentDoor,
    private readonly pay: WechatPay,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `not-found` */
  async view(applicationId: string): Promise<PaymentStatus> {
    return this.transactions.read(async (manager) => this.of(manager, await this.door.look(manager, applicationId)))
  }

  async of(manager: EntityManager, payer: Payer): Promise<PaymentStatus> {
    const { due, payUntil, counter, description } = payer
    const state = await this.state(manager, payer)
    return {
      ...state,
      ...(due.feeCents !== undefined && { amountCents: due.feeCents }),
      ...(due.deadline && { deadline: due.deadline }),
      ...(payUntil && { payUntil: payUntil.toISOString() }),
      description,
      counter,
      refunds: await this.refunds(manager, payer.row.id),
    }
  }

  private async state(manager: EntityManager, payer: Payer): Promise<State> {
    const order = await manager.findOneBy(OrderRow, { applicationId: payer.row.id })
    if (order?.state === 'held') return { state: 'held' }
    if (order?.paidBy) return { state: 'paid', receipt: await this.receipt(manager, order.paidBy) }
    const { state } = payer.row
    if (state === 'awaiting-payment' || state === 'awaiting-counter-payment') return this.waiting(manager, payer)
    const recorded = await this.door.step(manager, payer.row.id, 'payment-recorded')
    if (recorded) return { state: 'paid', receipt: counterReceipt(recorded.at, recorded.facts) }
    if (state === 'abandoned' && (await this.door.step(manager, payer.row.id, 'payment-overdue')))
      return { state: 'overdue' }
    return { state: payer.due.state === 'free' ? 'free' : 'not-due' }
  }

  private async waiting(manager: EntityManager, { row, due, payUntil }: Payer): Promise<State> {
    const open = await manager.findOneBy(ChannelOrderRow, { applicationId: row.id, state: 'open' })
    // Handed to the payer, and WeChat was not asked since: whatever the office has changed meanwhile.
    if (open?.prepayId && open.queryStep === 0) return { state: 'confirming' }
    if (due.state === 'free') return { state: 'free' }
    if (due.state === 'closed' || payUntil === undefined)
      return { state: 'closed', reason: due.reason ?? 'deadline-not-set' }
    const now = this.clock.now()
    if (now >= payUntil) return { state: open ? 'confirming' : 'overdue' }
    if (due.state === 'counter') return { state: 'counter' }
    if (!this.pay.merchant) return { state: 'closed', reason: 'merchant-not-set' }
    if (windowOver(now, payUntil) && !mayBePaid(open, now)) return { state: 'closed', reason: 'window-over' }
    return { state: 'payable' }
  }

  private async receipt(manager: EntityManager, outTradeNo: string): Promise<Receipt> {
    const channel = await manager.findOneByOrFail(ChannelOrderRow, { outTradeNo })
    const { amountCents, paidAt, transactionId, updatedAt } = channel
    return {
      ...{ way: 'wechat', amountCents, paidAt: (paidAt ?? updatedAt).toISOString(), outTradeNo },
      ...(transactionId !== null && { transactionId }),
    }
  }

  private async refunds(manager: EntityManager, applicationId: string): Promise<RefundView[]> {
    const rows = await manager.find(RefundRow, {
      where: { applicationId },
      order: { askedAt: 'DESC', outRefundNo: 'ASC' },
    })
    return rows.map(({ outRefundNo, cause, amountCents, state, askedAt, changedAt }) => ({
      ...{ outRefundNo, cause, amountCents, state },
      ...{ askedAt: askedAt.toISOString(), changedAt: changedAt.toISOString() },
    }))
  }
}

/** WeChat has it and it is not being closed: it may be shown to its payer once more, also when it is too late for a new one. */
function mayBePaid(open: ChannelOrderRow | null, now: Date): boolean {
  return open !== null && open.prepayId !== null && !open.unwanted && addSeconds(now, lastSeconds) < open.timeExpire
}

function counterReceipt(at: Date, facts: Record<string, string> | null): Receipt {
  const cents = Number(facts?.['amountCents'])
  const told = Date.parse(facts?.['paidAt'] ?? '')
  const paidAt = Number.isNaN(told) ? at : new Date(told)
  return {
    way: 'counter',
    paidAt: paidAt.toISOString(),
    ...(Number.isSafeInteger(cents) && cents > 0 && { amountCents: cents }),
  }
}
