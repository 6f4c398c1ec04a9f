import { Injectable } from '@nestjs/common'
import { Like, Not } from 'typeorm'
import { Transactions } from '../platform/database/transaction'
import { Outbox } from '../platform/outbox/outbox'
import { OutboxRow } from '../platform/outbox/outbox-row'
import { Attempts } from './attempts'

export type StuckMessage = Pick<
  OutboxRow,
  'id' | 'topic' | 'aggregate' | 'state' | 'attempts' | 'createdAt' | 'lastError'
>

/** Messages that have not arrived, for whoever looks after the service. What is in them stays sealed. */
@Injectable()
export class StuckMessages {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly attempts: Attempts,
  ) {}

  /** Oldest first, 200 at most; `dead` ones were refused and wait for a person. Notices have a list of their own. */
  async list(): Promise<StuckMessage[]> {
    const order = { seq: 'ASC' } as const
    return this.transactions.read((manager) =>
      manager.find(OutboxRow, { where: { state: Not('done'), topic: Not(Like('notice.%')) }, order, take: 200 }),
    )
  }

  /**
   * Tries a refused message again, under another key: the office keeps its refusal under the old one. What waits behind it follows.
   * False: no refused message has this id.
   */
  async revive(id: string): Promise<boolean> {
    if (!(await this.transactions.run((manager) => this.outbox.revive(manager, id)))) return false
    await this.attempts.refused(id)
    return true
  }
}
