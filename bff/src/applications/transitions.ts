import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ActorKind, ApplicationEvent, ReturnItem } from '../contract'
import { changeRow, insertRow } from '../platform/database/hot-rows'
import { Outbox } from '../platform/outbox/outbox'
import { Clock } from '../platform/time/clock'
import { refuse } from './refuse'
import { ApplicationRow } from './rows/application-row'
import { HistoryRow } from './rows/history-row'
import { OfficeSnapshots, type OfficePayment } from './office-snapshot'
import { HandedPages } from './papers/handed-pages'
import type { Place, Standing } from './place'
import { RowChanged } from './row-changed'
import { StepWatchers } from './step-watchers'
import type { Edge, OfficeMessage } from './table/edge'
import { edges, freeing, next } from './table/table'

export interface Actor {
  kind: ActorKind
  accountId?: string
  /** Name of the unit or office. */
  who?: string
}

export interface Happening {
  event: ApplicationEvent
  actor: Actor
  items?: ReturnItem[]
  facts?: Record<string, string>
  /** Of `supplement-sent`: id of the paper that follows. */
  supplement?: string
  /** Of `payment-confirmed`: what the office is told. */
  payment?: OfficePayment
  /** The office's instant of its event; absent: now. */
  at?: Date
}

/** Columns that change with the step; never the state itself. */
export type Patch = Partial<Omit<ApplicationRow, 'id' | 'state' | 'since' | 'version' | 'liveKey' | 'updatedAt'>>

/** The one place that changes a state: the row (compare and set), its history and what leaves the building, in one transaction. */
@Injectable()
export class Transitions {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly snapshots: OfficeSnapshots,
    private readonly pages: HandedPages,
    private readonly watchers: StepWatchers,
  ) {}

  /**
   * Takes the edge of the event and answers the new row.
   * @throws AppError `not-possible-now` where the table has no such edge; RowChanged where somebody else was first
   */
  async take(
    manager: EntityManager,
    row: ApplicationRow,
    happening: Happening,
    { context, place }: Standing,
    patch: Patch = {},
  ): Promise<ApplicationRow> {
    const edge = next(row.state, happening.event, context)
    if (!edge) throw refuse('not-possible-now', { state: row.state, event: happening.event })
    const changes = { ...patch, ...this.moved({ ...row, ...patch }, edge) }
    const after = { ...row, ...changes }
    // Only what changes is written: beside it the office's receipt may set the record number.
    const only = { id: row.id, version: row.version }
    if ((await changeRow(manager, ApplicationRow, only, changes)) !== 1) throw new RowChanged()
    const history = await this.record(manager, after, row.state, edge, happening)
    if (edge.sends) await this.send(manager, after, edge.sends, { history, place, happening })
    await this.watchers.tell(manager, history)
    return after
  }

  /** The beginning: inserts the row of a draft with its first line of history. */
  async begin(manager: EntityManager, row: ApplicationRow, actor: Actor): Promise<void> {
    const edge = edges.find(({ from }) => from === null)
    if (!edge) throw new Error('The table of states has no beginning')
    await manager.insert(ApplicationRow, row)
    await this.record(manager, row, null, edge, { event: 'created', actor })
  }

  private moved(
    row: ApplicationRow,
    edge: Edge,
  ): Pick<ApplicationRow, 'state' | 'since' | 'version' | 'liveKey' | 'updatedAt'> {
    const now = this.clock.now()
    const live = row.personId !== null && !freeing.includes(edge.to)
    return {
      state: edge.to,
      since: edge.to === row.state ? row.since : now,
      version: row.version + 1,
      liveKey: live ? `${row.campaign}:${row.personId}` : null,
      updatedAt: now,
    }
  }

  private async record(
    manager: EntityManager,
    row: ApplicationRow,
    from: ApplicationRow['state'] | null,
    edge: Edge,
    { event, actor, items, facts, at }: Happening,
  ): Promise<HistoryRow> {
    const history: HistoryRow = {
      id: randomUUID(),
      applicationId: row.id,
      seq: row.version,
      at: at ?? this.clock.now(),
      event,
      from,
      to: edge.to,
      stage: edge.stage,
      notice: typeof edge.notice === 'string' ? edge.notice : null,
      actorKind: actor.kind,
      actorAccountId: actor.accountId ?? null,
      who: actor.who ?? null,
      items: items ?? null,
      facts: facts ?? null,
    }
    await insertRow(manager, HistoryRow, history)
    return history
  }

  private async send(
    manager: EntityManager,
    row: ApplicationRow,
    message: OfficeMessage,
    { history, place, happening }: { history: HistoryRow; place: Place; happening: Happening },
  ): Promise<void> {
    const { supplement, payment } = happening
    const aggregate = aggregateOf(row.id)
    const pages = await this.pages.with(manager, row, message, supplement)
    const payload = this.snapshots.payload(row, message, history, place, { ...pages, ...(payment && { payment }) })
    await this.outbox.enqueue(manager, { topic: `office.${message}`, aggregate, payload })
    // The office takes a page once it has been told of it: behind its list, each page once.
    for (const pageId of await this.pages.handOver(manager, row, pages))
      await this.outbox.enqueue(manager, {
        topic: 'office.page',
        aggregate,
        payload: { applicationId: row.id, pageId },
      })
  }
}

/** Messages about one application leave in order. */
export const aggregateOf = (applicationId: string): string => `application:${applicationId}`
