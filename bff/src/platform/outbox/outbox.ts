import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { MoreThan, type EntityManager } from 'typeorm'
import { insertRow } from '../database/hot-rows'
import { Clock } from '../time/clock'
import type { Message } from './outbox-handlers'
import { OutboxRow } from './outbox-row'

export interface NewMessage {
  topic: string
  /** Messages with the same aggregate leave in the order in which they were enqueued. */
  aggregate: string
  /** JSON. */
  payload: object
  /** Absent: now. */
  dueAt?: Date
}

/** Puts a message beside the change that caused it, in the same transaction: both are kept, or neither. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Answers the message's id, which is its idempotency key towards the receiver. */
  async enqueue(manager: EntityManager, message: NewMessage): Promise<string> {
    const now = this.clock.now()
    const id = randomUUID()
    const row = {
      id,
      topic: message.topic,
      aggregate: message.aggregate,
      payload: message.payload,
      state: 'waiting' as const,
      attempts: 0,
      dueAt: message.dueAt ?? now,
      createdAt: now,
    }
    await insertRow(manager, OutboxRow, row)
    return id
  }

  /** A later one of the same topic and aggregate waits behind it. */
  async isFollowed(manager: EntityManager, { id, topic, aggregate }: Message): Promise<boolean> {
    const { seq } = await manager.findOneByOrFail(OutboxRow, { id })
    return manager.existsBy(OutboxRow, { topic, aggregate, seq: MoreThan(seq) })
  }

  /** An operator found the cause: the message is tried again, and what waited behind it follows. */
  async revive(manager: EntityManager, id: string): Promise<boolean> {
    const changes = { state: 'waiting' as const, dueAt: this.clock.now() }
    const result = await manager.update(OutboxRow, { id, state: 'dead' }, changes)
    return result.affected === 1
  }
}
