import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { insertRow } from '../platform/database/hot-rows'
import { Clock } from '../platform/time/clock'
import { DifferenceRow, PaymentEventRow, type PaymentSource } from './rows/audit-rows'

export interface MoneyEvent {
  applicationId: string
  outTradeNo: string
  outRefundNo?: string
  source: PaymentSource
  /** At most 20 characters. */
  event: string
  facts?: Record<string, string | number>
}

/** Writes down, in the transaction of each change of money, what it was and how we learnt it. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  async note(
    manager: EntityManager,
    { outRefundNo = null, facts = null, ...event }: Nullable<MoneyEvent>,
  ): Promise<void> {
    const row = { ...event, outRefundNo, facts, at: this.clock.now() }
    await insertRow(manager, PaymentEventRow, row)
  }

  /** For staff; the same one is kept once. True: it is new. */
  async differ(
    manager: EntityManager,
    difference: Pick<DifferenceRow, 'kind' | 'number' | 'facts'> & { day?: string },
  ): Promise<boolean> {
    const id = `${difference.kind}:${difference.number}`
    if (await manager.existsBy(DifferenceRow, { id })) return false
    const { day = null, ...rest } = difference
    await manager.insert(DifferenceRow, { id, day, ...rest, foundAt: this.clock.now(), resolvedAt: null, note: null })
    return true
  }
}

type Nullable<T> = Omit<T, 'outRefundNo' | 'facts'> & {
  outRefundNo?: string | null
  facts?: Record<string, string | number> | null
}
