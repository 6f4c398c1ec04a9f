import type { EntityManager } from 'typeorm'
import type { RelayStatus } from '../../contract'
import { OutboxRow } from '../../platform/outbox/outbox-row'
import { aggregateOf } from '../transitions'

/** “正在发送给工考办”: what of this application has not been confirmed by the office yet. */
export async function relayStatus(manager: EntityManager, applicationId: string): Promise<RelayStatus> {
  const messages = await manager.find(OutboxRow, {
    select: { state: true, attempts: true, createdAt: true },
    where: { aggregate: aggregateOf(applicationId) },
    order: { seq: 'ASC' },
  })
  const waiting = messages.find(({ state }) => state !== 'done')
  if (waiting) {
    const state = waiting.state === 'dead' ? ('refused' as const) : ('waiting' as const)
    return { state, since: waiting.createdAt.toISOString(), attempts: waiting.attempts }
  }
  return { state: messages.length > 0 ? 'delivered' : 'none', attempts: messages.at(-1)?.attempts ?? 0 }
}
