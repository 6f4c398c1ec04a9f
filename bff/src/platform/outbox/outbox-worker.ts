import { Injectable, Logger } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { changeRow } from '../database/hot-rows'
import { Transactions } from '../database/transaction'
import { addSeconds, Clock } from '../time/clock'
import { OutboxClaims } from './outbox-claims'
import { OutboxHandlers, type Delivery } from './outbox-handlers'
import { OutboxRow } from './outbox-row'

type Outcome = Pick<OutboxRow, 'state' | 'lastError'> & Partial<Pick<OutboxRow, 'dueAt'>>

/** In 8 lanes, each call of 10 s at most, with a page of 5 MB 20 s, a batch is done within its lease of 120 s. */
const batch = 40
const atOnce = 8
/** No call takes longer: what is begun ends within its lease. */
const longestCallSeconds = 40

/** Delivers what is due. The loop around it is in platform/jobs/loop.ts. */
@Injectable()
export class OutboxWorker {
  private readonly logger = new Logger('outbox')

  constructor(
    private readonly claims: OutboxClaims,
    private readonly handlers: OutboxHandlers,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Works until nothing more is due; answers how many tries were made. */
  async drain(): Promise<number> {
    let total = 0
    for (;;) {
      const count = await this.runOnce()
      if (count === 0) return total
      total += count
    }
  }

  async runOnce(): Promise<number> {
    const { topics } = this.handlers
    if (topics.length === 0) return 0
    const rows = await this.claims.take(topics, batch)
    const queue = [...rows]
    const lane = async (): Promise<void> => {
      for (let row = queue.shift(); row; row = queue.shift()) await this.deliver(row)
    }
    await Promise.all(Array.from({ length: Math.min(atOnce, rows.length) }, lane))
    return rows.length
  }

  private async deliver(row: OutboxRow): Promise<void> {
    if (!this.isLongEnough(row)) return
    const delivery = await this.attempt(row)
    try {
      await this.transactions.run(async (manager) => {
        if (!(await this.settle(manager, row, delivery))) return
        if (delivery.kind !== 'retry') await delivery.apply?.(manager)
      })
    } catch (error) {
      // What it changed was rolled back with the settling: the message was delivered, its receiver drops the repeat.
      const retry: Delivery = { kind: 'retry', reason: `settling: ${String(error)}` }
      this.logger.error({ err: error, topic: row.topic, message: row.id }, 'a delivered message could not be settled')
      await this.transactions.run((manager) => this.settle(manager, row, retry))
    }
  }

  /** Else another worker may take it in the midst of the call; it does so when the lease is over. */
  private isLongEnough({ leaseUntil }: OutboxRow): boolean {
    return leaseUntil !== null && addSeconds(this.clock.now(), longestCallSeconds) < leaseUntil
  }

  private async attempt(row: OutboxRow): Promise<Delivery> {
    const handler = this.handlers.handlerOf(row.topic)
    if (!handler) return { kind: 'retry', reason: 'nobody delivers this topic' }
    const { id, topic, aggregate, payload, attempts } = row
    try {
      return await handler({ id, topic, aggregate, payload, attempt: attempts })
    } catch (error) {
      this.logger.error({ err: error, topic, message: id }, 'a message handler broke')
      return { kind: 'retry', reason: String(error) }
    }
  }

  /** False: the lease ran out meanwhile and another worker has the message now, so this outcome no longer counts. */
  private async settle(manager: EntityManager, row: OutboxRow, delivery: Delivery): Promise<boolean> {
    if (row.claim === null) return false
    const changes = { ...this.outcome(row, delivery), claim: null, leaseUntil: null }
    const own = { seq: row.seq, claim: row.claim, state: 'sending' as const }
    return (await changeRow(manager, OutboxRow, own, changes)) === 1
  }

  private outcome(row: OutboxRow, delivery: Delivery): Outcome {
    switch (delivery.kind) {
      case 'done':
        return { state: 'done', lastError: null }
      case 'failed':
        return { state: 'dead', lastError: delivery.reason.slice(0, 500) }
      case 'retry': {
        const wait = delivery.afterSeconds ?? backoffSeconds(row.attempts, Math.random())
        const dueAt = addSeconds(this.clock.now(), wait)
        return { state: 'waiting', dueAt, lastError: delivery.reason.slice(0, 500) }
      }
    }
  }
}

/** 2 s, 4 s, 8 s … up to 5 minutes, each ± 25 %, so that many messages do not come back at the same moment. */
export function backoffSeconds(attempt: number, random: number): number {
  const base = Math.min(300, 2 ** Math.min(attempt, 10))
  return base * (0.75 + random * 0.5)
}
