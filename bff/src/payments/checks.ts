import { Injectable } from '@nestjs/common'
import type { PaymentStatus } from '../contract'
import { Transactions } from '../platform/database/transaction'
import { Queries } from './queries'
import { ChannelOrderRow } from './rows/channel-order-row'
import { Statuses } from './statuses'

/** “I have paid”: not believed, but a reason to ask WeChat. */
@Injectable()
export class Checks {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: Queries,
    private readonly statuses: Statuses,
  ) {}

  /** @throws AppError `not-found` */
  async check(applicationId: string): Promise<PaymentStatus> {
    const open = await this.transactions.read((manager) =>
      manager.findOneBy(ChannelOrderRow, { applicationId, state: 'open' }),
    )
    const word = open && (await this.queries.ask(open.outTradeNo, 'phone'))
    const status = await this.statuses.view(applicationId)
    return word === 'unknown' && status.state === 'payable' ? { ...status, state: 'confirming' } : status
  }
}
