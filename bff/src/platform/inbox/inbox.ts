import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { insertRow } from '../database/hot-rows'
import { isDuplicate, Transactions } from '../database/transaction'
import { AppError } from '../errors/app-error'
import { Clock } from '../time/clock'
import { InboxRow } from './inbox-row'

export interface Incoming {
  source: string
  /** The sender's own id of the message; at most 80 characters. */
  messageId: string
  /** As it came over the wire, verified. */
  body: Buffer
}

type Within = (work: (manager: EntityManager) => Promise<void>) => Promise<void>

/** Longest body that a blob column takes on every database. */
const longest = 65_535

/** The one gate for what comes in: stored as it came under its own id, answered, and processed afterwards. */
@Injectable()
export class Inbox {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Commits the message. `repeat`: its id is known, nothing changed. */
  async store(message: Incoming): Promise<'new' | 'repeat'> {
    return this.insert(message, false, (work) => this.transactions.run(work))
  }

  /**
   * Keeps the message in the transaction of its whole effect: either both are there, and it counts as processed, or the sender has to come again.
   */
  async keep(manager: EntityManager, message: Incoming): Promise<'new' | 'repeat'> {
    return this.insert(message, true, (work) => work(manager))
  }

  /** What is not processed yet, oldest first. */
  async open(source: string, limit = 100): Promise<InboxRow[]> {
    const options = { where: { source, processed: false }, order: { seq: 'ASC' as const }, take: limit }
    return this.transactions.read((manager) => manager.find(InboxRow, options))
  }

  /** In the transaction of the message's effect. False: another worker was first, so the effect must not be made. */
  async settle(manager: EntityManager, seq: number): Promise<boolean> {
    const done = { processed: true, processedAt: this.clock.now() }
    const result = await manager.update(InboxRow, { seq, processed: false }, done)
    return result.affected === 1
  }

  private async insert(message: Incoming, processed: boolean, within: Within): Promise<'new' | 'repeat'> {
    if (message.body.length > longest) throw new AppError('body-too-large', { limit: longest })
    const now = this.clock.now()
    const row = { ...message, receivedAt: now, processed, ...(processed && { processedAt: now }) }
    try {
      await within((manager) => insertRow(manager, InboxRow, row))
      return 'new'
    } catch (error) {
      if (isDuplicate(error)) return 'repeat'
      throw error
    }
  }
}
