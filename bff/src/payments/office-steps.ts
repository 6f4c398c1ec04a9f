import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { HistoryRow } from '../applications/rows/history-row'
import { StepWatchers } from '../applications/step-watchers'
import { Audit } from './audit'
import { Unwanted } from './orders/unwanted'
import { Refunds } from './refunds/refunds'
import { ChannelOrderRow } from './rows/channel-order-row'

/** Characters that WeChat Pay takes; half of one the database would refuse. */
const longestReason = 80

/** Either of them: a district may change over to payment online, or back, while an application waits. */
const isAwaiting = (state: HistoryRow['from']): boolean =>
  state === 'awaiting-payment' || state === 'awaiting-counter-payment'

/** What steps of an application mean for its money: the office decides on a refund, or nothing is to be paid any more. */
@Injectable()
export class StepsThatPay implements OnModuleInit {
  private readonly logger = new Logger('payments')

  constructor(
    private readonly watchers: StepWatchers,
    private readonly unwanted: Unwanted,
    private readonly refunds: Refunds,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.watchers.register((manager, step) => this.follow(manager, step))
  }

  private async follow(manager: EntityManager, step: HistoryRow): Promise<void> {
    if (step.event === 'refund-decided') return this.refund(manager, step)
    const leaves = isAwaiting(step.from) && step.to !== step.from
    if (leaves && step.event !== 'payment-confirmed') await this.unwanted.mark(manager, step.applicationId)
  }

  /** Without an amount all that has not gone back yet; what was paid at the counter is given back there. */
  private async refund(manager: EntityManager, { applicationId, seq, facts }: HistoryRow): Promise<void> {
    const channel = await manager.findOneBy(ChannelOrderRow, { applicationId, state: 'paid' })
    if (!channel) return
    const { outTradeNo, receivedCents, amountCents: total } = channel
    const told = facts?.['amountCents']
    const left = (receivedCents ?? total) - (await this.refunds.given(manager, channel))
    if (told === undefined && left === 0) return
    const amountCents = told === undefined ? left : Number(told)
    const reason = [...(facts?.['reason'] ?? '工考办决定退费')].slice(0, longestReason).join('')
    const wish = {
      outRefundNo: `${outTradeNo}R${seq}`,
      cause: 'office' as const,
      amountCents,
      reason,
      source: 'office' as const,
    }
    const asked = Number.isSafeInteger(amountCents) ? await this.refunds.ask(manager, channel, wish) : 'too-much'
    if (asked !== 'too-much') return
    this.logger.error({ outTradeNo }, 'the office decided on a refund that the payment does not cover')
    const difference = {
      kind: 'refund-differs' as const,
      number: wish.outRefundNo,
      facts: { asked: told ?? '', received: receivedCents ?? 0 },
    }
    await this.audit.differ(manager, difference)
  }
}
