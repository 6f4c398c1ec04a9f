import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Transactions } from '../../platform/database/transaction'
import { Metrics } from '../../platform/metrics/metrics'
import { WechatPay } from '../../platform/wechat-pay/wechat-pay'
import { BillDays } from './bill-days'
import { Differences } from './differences'
import { StuckMoney } from './stuck-money'

/** Whether money and books agree. All but the open orders are 0 when all is well. */
@Injectable()
export class ReconciliationMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly transactions: Transactions,
    private readonly pay: WechatPay,
    private readonly days: BillDays,
    private readonly differences: Differences,
    private readonly stuck: StuckMoney,
  ) {}

  onModuleInit(): void {
    this.gauge(
      'registration_payment_differences',
      'Where WeChat Pay and our books disagree and nobody has seen to it',
      () => this.differences.countOpen(),
    )
    this.gauge('registration_payments_held', 'Payments that did not fit, neither given back nor resolved', async () => {
      return (await this.stuck.held()).length
    })
    this.gauge('registration_refunds_stuck', 'Refunds that WeChat Pay gave up and nobody has resolved', () =>
      this.stuck.countStuckRefunds(),
    )
    this.gauge('registration_payment_open_orders', 'Orders at WeChat Pay whose outcome is not known yet', () =>
      this.stuck.countOpen(),
    )
    this.gauge('registration_payment_bills_unread', 'Days whose bill should have been read', () => this.unreadBills())
  }

  private gauge(name: string, help: string, count: () => Promise<number>): void {
    this.metrics.gauge({ name, help, read: async () => [{ value: await count() }] })
  }

  private async unreadBills(): Promise<number> {
    if (!this.pay.merchant) return 0
    return (await this.transactions.read((manager) => this.days.unread(manager))).length
  }
}
