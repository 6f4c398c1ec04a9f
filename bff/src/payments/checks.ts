import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import type { CashierWord, PaymentStatus } from '../contract'
import { Transactions } from '../platform/database/transaction'
import { Metrics } from '../platform/metrics/metrics'
import { Queries } from './queries'
import { ChannelOrderRow } from './rows/channel-order-row'
import { Statuses } from './statuses'

/** “I have paid”: not believed, but a reason to ask WeChat. */
@Injectable()
export class Checks implements OnModuleInit {
  private readonly logger = new Logger('payments')
  private count: (said: CashierWord) => void = () => undefined

  constructor(
    private readonly transactions: Transactions,
    private readonly queries: Queries,
    private readonly statuses: Statuses,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const words = 'How WeChat’s cashier ended, by the word of phones. not-permitted: this app may take no money'
    const counter = this.metrics.counter('registration_payment_cashier_total', words, ['said'])
    this.count = (said) => counter.inc({ said })
  }

  /**
   * @param said how the cashier ended, by the phone's word: only counted. That WeChat permits no payment is for staff: nobody can pay then.
   * @throws AppError `not-found`
   */
  async check(applicationId: string, said?: CashierWord): Promise<PaymentStatus> {
    if (said) this.count(said)
    if (said === 'not-permitted')
      this.logger.error({ applicationId }, 'WeChat permits this app no payment: see the runbook')
    const open = await this.transactions.read((manager) =>
      manager.findOneBy(ChannelOrderRow, { applicationId, state: 'open' }),
    )
    const word = open && (await this.queries.ask(open.outTradeNo, 'phone'))
    const status = await this.statuses.view(applicationId)
    return word === 'unknown' && status.state === 'payable' ? { ...status, state: 'confirming' } : status
  }
}
