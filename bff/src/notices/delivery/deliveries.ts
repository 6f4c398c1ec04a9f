import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { In, type EntityManager, type FindOperator } from 'typeorm'
import { changeRow, findRow, insertRow } from '../../platform/database/hot-rows'
import { Outbox } from '../../platform/outbox/outbox'
import { Clock } from '../../platform/time/clock'
import { recipientKey } from '../recipients'
import { DeliveryRow, ways, type DeliveryState, type WayName } from '../rows/delivery-row'
import type { Recipient } from '../ways/way'

export const deliveryTopic = 'notice.deliver'

interface NewDelivery {
  noticeId: string
  recipient: Recipient
  daily: boolean
  dueAt: Date
}

type Ended = Extract<DeliveryState, 'sent' | 'uncertain' | 'skipped' | 'failed' | 'dead'>

/** Nearly always there is one: a list of one costs the builder of queries more. */
export const anyOf = (ids: readonly string[]): string | FindOperator<string> => {
  const [only] = ids
  return ids.length === 1 && only !== undefined ? only : In([...ids])
}

/** The books of what goes out besides the inbox: which way, in which order, how it ended. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** On the first way; the next ones follow where it does not go. */
  async begin(manager: EntityManager, { recipient, ...delivery }: NewDelivery): Promise<void> {
    await this.insert(manager, { ...delivery, recipient: recipientKey(recipient) }, ways[0])
  }

  /** It ended so; what did not reach its reader goes on by the next way. */
  async end(
    manager: EntityManager,
    rows: readonly DeliveryRow[],
    state: Ended,
    reason: string | null = null,
  ): Promise<void> {
    const ids = rows.map(({ id }) => id)
    const lastError = reason?.slice(0, 200) ?? null
    const changes = { state, lastError, changedAt: this.clock.now() }
    const [id] = ids
    // Nearly always there is one.
    if (ids.length === 1 && id !== undefined) await changeRow(manager, DeliveryRow, { id }, changes)
    else await manager.update(DeliveryRow, { id: In(ids) }, changes)
    if (state === 'sent') return
    for (const { noticeId, recipient, daily, way } of rows) {
      const next = ways[ways.indexOf(way) + 1]
      const delivery = { noticeId, recipient, daily, dueAt: this.clock.now() }
      if (next) await this.insert(manager, delivery, next)
    }
  }

  /** Staff want it tried again: what was given up or refused. What may have arrived is not. */
  async resend(manager: EntityManager, id: string): Promise<boolean> {
    const again = { state: 'waiting' as const, carrier: null, firstTriedAt: null, changedAt: this.clock.now() }
    const { affected } = await manager.update(DeliveryRow, { id, state: In(['dead', 'failed']) }, again)
    if (affected === 1) await this.enqueue(manager, id, this.clock.now())
    return affected === 1
  }

  private async insert(
    manager: EntityManager,
    { dueAt, ...delivery }: Omit<NewDelivery, 'recipient'> & { recipient: string },
    way: WayName,
  ): Promise<void> {
    const { noticeId, recipient } = delivery
    if (await findRow(manager, DeliveryRow, { noticeId, recipient, way })) return
    const now = this.clock.now()
    const row: DeliveryRow = {
      ...{ id: randomUUID(), ...delivery, way, state: 'waiting', carrier: null },
      ...{ attempts: 0, firstTriedAt: null, lastError: null, createdAt: now, changedAt: now },
    }
    await insertRow(manager, DeliveryRow, row)
    await this.enqueue(manager, row.id, dueAt)
  }

  /** Each by itself: one that waits holds up no other. */
  private async enqueue(manager: EntityManager, deliveryId: string, dueAt: Date): Promise<void> {
    const aggregate = `notice:${deliveryId}`
    await this.outbox.enqueue(manager, { topic: deliveryTopic, aggregate, payload: { deliveryId }, dueAt })
  }
}
