import { Injectable } from '@nestjs/common'
import { Transactions } from '../../platform/database/transaction'
import { PaymentEventRow } from '../rows/audit-rows'
import { ChannelOrderRow } from '../rows/channel-order-row'

/** What happened to money, step by step. */
@Injectable()
export class Trails {
  constructor(private readonly transactions: Transactions) {}

  /** Whether our books have an order of this number. */
  has(outTradeNo: string): Promise<boolean> {
    return this.transactions.read((manager) => manager.existsBy(ChannelOrderRow, { outTradeNo }))
  }

  /** Of one application, or of one order by its number; in the order in which it happened. */
  of(id: string): Promise<PaymentEventRow[]> {
    return this.transactions.read(async (manager) => {
      const channel = await manager.findOneBy(ChannelOrderRow, { outTradeNo: id })
      const where = channel ? { applicationId: channel.applicationId, outTradeNo: id } : { applicationId: id }
      return manager.find(PaymentEventRow, { where, order: { seq: 'ASC' } })
    })
  }
}
