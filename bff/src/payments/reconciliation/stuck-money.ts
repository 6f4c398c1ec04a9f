import { Injectable } from '@nestjs/common'
import { In, IsNull, Not, type EntityManager } from 'typeorm'
import { Transactions } from '../../platform/database/transaction'
import { Audit } from '../audit'
import { Refunds } from '../refunds/refunds'
import { PaymentEventRow } from '../rows/audit-rows'
import { ChannelOrderRow } from '../rows/channel-order-row'
import { RefundRow } from '../rows/refund-row'

/** Refunds that nobody but staff can bring to an end. */
const stuckStates = In(['abnormal', 'closed'])

/** Money that goes neither forward nor back by itself. */
@Injectable()
export class StuckMoney {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly books: Refunds,
  ) {}

  /** Payments that did not fit, have not been given back and are not resolved; oldest first. */
  held(): Promise<ChannelOrderRow[]> {
    return this.transactions.read(async (manager) => {
      const rows = await manager.find(ChannelOrderRow, { where: { state: 'held' }, order: { paidAt: 'ASC' } })
      const back = await givenBack(manager, rows)
      const owing = rows.filter(({ outTradeNo, receivedCents }) => (back.get(outTradeNo) ?? 0) < (receivedCents ?? 0))
      return unresolved(manager, owing, ({ outTradeNo }) => outTradeNo)
    })
  }

  /** Refunds that WeChat gave up and nobody has resolved, and those that it refused or has not taken yet; oldest first. */
  refunds(): Promise<RefundRow[]> {
    return this.transactions.read(async (manager) => {
      const failing = { state: In(['asked', 'processing']), lastError: Not(IsNull()) }
      const where = [{ state: stuckStates }, failing]
      const rows = await manager.find(RefundRow, { where, order: { askedAt: 'ASC' } })
      return unresolved(manager, rows, ({ outRefundNo }) => outRefundNo)
    })
  }

  /** Those that WeChat gave up. */
  async countStuckRefunds(): Promise<number> {
    return (await this.refunds()).filter(({ state }) => state === 'abnormal' || state === 'closed').length
  }

  /** Orders of which WeChat has not said yet what became of them. */
  countOpen(): Promise<number> {
    return this.transactions.read((manager) => manager.countBy(ChannelOrderRow, { openKey: Not(IsNull()) }))
  }

  /** Staff have seen to a held payment or to a refund that WeChat gave up, in some other way; the number is its own. False: there is no such. */
  resolve(number: string, note: string): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const refund = await manager.findOneBy(RefundRow, { outRefundNo: number, state: stuckStates })
      const found = refund ?? (await manager.findOneBy(ChannelOrderRow, { outTradeNo: number, state: 'held' }))
      if (!found) return false
      const { applicationId, outTradeNo } = found
      const event = { source: 'staff' as const, event: 'resolved', facts: { note } }
      await this.audit.note(manager, { applicationId, outTradeNo, ...(refund && { outRefundNo: number }), ...event })
      if (!refund) await this.books.freeOrder(manager, { applicationId })
      return true
    })
  }
}

async function unresolved<T extends { applicationId: string }>(
  manager: EntityManager,
  rows: readonly T[],
  numberOf: (row: T) => string,
): Promise<T[]> {
  const applicationId = In(rows.map((row) => row.applicationId))
  const events = await manager.findBy(PaymentEventRow, { applicationId, event: 'resolved' })
  const resolved = new Set(events.map(({ outRefundNo, outTradeNo }) => outRefundNo ?? outTradeNo))
  return rows.filter((row) => !resolved.has(numberOf(row)))
}

async function givenBack(manager: EntityManager, rows: readonly ChannelOrderRow[]): Promise<Map<string, number>> {
  const numbers = rows.map(({ outTradeNo }) => outTradeNo)
  const refunds = await manager.findBy(RefundRow, { outTradeNo: In(numbers), state: 'refunded' })
  const sums = new Map<string, number>()
  for (const { outTradeNo, amountCents } of refunds) sums.set(outTradeNo, (sums.get(outTradeNo) ?? 0) + amountCents)
  return sums
}
