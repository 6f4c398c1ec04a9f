import { Injectable } from '@nestjs/common'
import { Transactions } from '../platform/database/transaction'
import { OfficeAttemptRow } from './change-rows'

export interface Attempt {
  /** The `Idempotency-Key`. */
  key: string
  /** Of a correction that was sent on an older revision before. */
  revision?: number
}

/** Which request a message is now: the same one, key and body, until the office has refused it. */
@Injectable()
export class Attempts {
  constructor(private readonly transactions: Transactions) {}

  async current(messageId: string): Promise<Attempt> {
    const row = await this.transactions.read((manager) => manager.findOneBy(OfficeAttemptRow, { messageId }))
    if (!row) return { key: messageId }
    return { key: `${messageId}-${row.refusals}`, ...(row.revision !== null && { revision: row.revision }) }
  }

  /** A definite refusal: nothing was done there, so the next try may be another request. */
  async refused(messageId: string, revision: number | null = null): Promise<void> {
    await this.transactions.run(async (manager) => {
      const row = await manager.findOneBy(OfficeAttemptRow, { messageId })
      if (!row) return manager.insert(OfficeAttemptRow, { messageId, refusals: 1, revision })
      const next = { refusals: row.refusals + 1, revision: revision ?? row.revision }
      return manager.update(OfficeAttemptRow, { messageId }, next)
    })
  }
}
