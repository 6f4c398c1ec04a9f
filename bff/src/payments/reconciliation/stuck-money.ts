import { Injectable } from '@nestjs/common'
import { In, Not, IsNull, type EntityManager } from 'typeorm'
import { Transactions } from '../../platform/database/transaction'
import { ChannelOrderRow } from '../rows/channel-order-row'
import { RefundRow } from '../rows/refund-row'

/** Money that goes neither forward nor back by itself. */
@Injectable()
export class StuckMoney {
  constructor(private readonly transactions: Transactions) {}

  /** Payments that did not fit and have not been given back, oldest first. */
  held(): Promise<ChannelOrderRow[]> {
    return this.transactions.read(async (manager) => {
      const rows = await manager.find(ChannelOrderRow, { where: { state: 'held' }, order: { paidAt: 'ASC' } })
      const back = await givenBack(manager, rows)
      return rows.filter(({ outTradeNo, receivedCents }) => (back.get(outTradeNo) ?? 0) < (receivedCents ?? 0))
    })
  }

  /** Refunds that WeChat gave up or refused, or has not taken yet, oldest first. */
  refunds(): Promise<RefundRow[]> {
    const order = { askedAt: 'ASC' as const }
    const failing = { state: In(['asked', 'processing']), lastError: Not(IsNull()) }
    const where = [{ state: In(['abnormal', 'closed']) }, failing]
    return this.transactions.read((manager) => manager.find(RefundRow, { where, order, take: 200 }))
  }

  /** Orders of which WeChat has not said yet what became of them. */
  countOpen(): Promise<number> {
    return this.transactions.read((manager) => manager.countBy(ChannelOrderRow, { openKey: Not(IsNull()) }))
  }

  countAbnormal(): Promise<number> {
    return this.transactions.read((manager) => manager.countBy(RefundRow, { state: In(['abnormal', 'closed']) }))
  }
}

async function givenBack(manager: EntityManager, rows: readonly ChannelOrderRow[]): Promise<Map<string, number>> {
  const numbers = rows.map(({ outTradeNo }) => outTradeNo)
  const refunds = await manager.findBy(RefundRow, { outTradeNo: In(numbers), state: 'refunded' })
  const sums = new Map<string, number>()
  for (const { outTradeNo, amountCents } of refunds) sums.set(outTradeNo, (sums.get(outTradeNo) ?? 0) + amountCents)
  return sums
}
