import type { EntityManager } from 'typeorm'
import type { TimelineRow } from '../../contract'
import { HistoryRow } from '../rows/history-row'

/** 经过, newest first. */
export async function timelineOf(manager: EntityManager, applicationId: string): Promise<TimelineRow[]> {
  const rows = await manager.find(HistoryRow, { where: { applicationId }, order: { seq: 'DESC' } })
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    event: row.event,
    ...(row.from && { from: row.from }),
    to: row.to,
    stage: row.stage,
    actor: row.actorKind,
    ...(row.who && { who: row.who }),
    items: row.items ?? [],
    facts: row.facts ?? {},
  }))
}
