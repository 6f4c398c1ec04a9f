import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { Transactions } from '../../platform/database/transaction'
import { Loop } from '../../platform/jobs/loop'
import { Clock } from '../../platform/time/clock'
import { WechatPay } from '../../platform/wechat-pay/wechat-pay'
import { lockRow } from '../row-lock'
import { takeDue } from '../take-due'
import { RefundRow } from '../rows/refund-row'
import { Refunds } from './refunds'

/** Top up first; the same number goes again. */
const poor = new Set(['NOTENOUGH'])
const poorSeconds = 3600
/** It will not go by itself: asked again twice a day while staff see it. */
const stuckSeconds = 12 * 3600

/** Asks WeChat for every refund that is due, always under its own number, and asks on until it is over. */
@Injectable()
export class RefundTurns implements OnModuleInit {
  private readonly logger = new Logger('payments')

  constructor(
    private readonly transactions: Transactions,
    private readonly pay: WechatPay,
    private readonly refunds: Refunds,
    private readonly clock: Clock,
    private readonly loop: Loop,
  ) {}

  onModuleInit(): void {
    this.loop.turnToo(() => this.turn())
  }

  /** True: there was one that was due. */
  async turn(): Promise<boolean> {
    if (!this.pay.merchant) return false
    const row = await takeDue(this.transactions, this.clock, {
      entity: RefundRow,
      due: 'nextAt',
      lease: (manager, { outRefundNo, version }, lease) => manager.update(RefundRow, { outRefundNo, version }, lease),
    })
    if (!row) return false
    await this.work(row)
    return true
  }

  private async work(row: RefundRow): Promise<void> {
    const { outRefundNo, outTradeNo, reason, amountCents, totalCents } = row
    const order = { outRefundNo, outTradeNo, reason, refundCents: amountCents, totalCents }
    const answer = row.state === 'asked' ? await this.pay.refund(order) : await this.pay.queryRefund(outRefundNo)
    await this.transactions.run(async (manager) => {
      if (answer.kind === 'ok') return void (await this.refunds.settle(manager, answer.value, 'query'))
      const fresh = await lockRow(manager, RefundRow, { outRefundNo })
      if (fresh?.version !== row.version) return
      if (answer.kind === 'unknown') return this.refunds.later(manager, fresh, answer.reason)
      if (answer.code === 'USERACCOUNTABNORMAL')
        return void (await this.refunds.settle(manager, abnormal(row), 'query'))
      this.logger.error({ outRefundNo, code: answer.code }, 'WeChat Pay refuses a refund')
      await this.refunds.later(manager, fresh, answer.code, poor.has(answer.code) ? poorSeconds : stuckSeconds)
    })
  }
}

/** The payer's account is closed: the money goes back by hand. */
const abnormal = ({ outRefundNo, outTradeNo, amountCents }: RefundRow) => ({
  ...{ outRefundNo, outTradeNo, refundCents: amountCents },
  state: 'ABNORMAL' as const,
})
