import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { officeEvents, type OfficeChange, type OfficeEvent, type ReturnItem } from '../contract'
import { isDuplicate } from '../platform/database/transaction'
import { Clock } from '../platform/time/clock'
import type { PaperProgress } from './papers/paper-progress'
import { Papers } from './papers/papers'
import { returnItems } from './papers/wire-kind'
import type { Standing } from './place'
import { Places } from './places'
import { ApplicationRow, type StoredSupplement } from './rows/application-row'
import { RemarkRow } from './rows/person-rows'
import { possible } from './table/table'
import { Transitions, type Patch } from './transitions'

export interface Receipt {
  recordNo: string
  revision: number
}

/**
 * `held`: no application bears this record number yet; it is told again once one does. `stale`: the record was further already.
 * `kept`: the type is unknown or has no place in this state; it is shown to staff.
 */
export type Reported = 'applied' | 'held' | 'stale' | 'kept'

/** What the exam office says about an application enters here, and nowhere else. */
@Injectable()
export class OfficeDoor {
  constructor(
    private readonly places: Places,
    private readonly transitions: Transitions,
    private readonly papers: Papers,
    private readonly clock: Clock,
  ) {}

  async find(manager: EntityManager, applicationId: string): Promise<ApplicationRow | null> {
    return manager.findOneBy(ApplicationRow, { id: applicationId })
  }

  /** The office has it, under this number. */
  async delivered(manager: EntityManager, applicationId: string, { recordNo, revision }: Receipt): Promise<void> {
    await manager.update(ApplicationRow, { id: applicationId }, { recordNo })
    await this.knowRevision(manager, applicationId, revision)
  }

  /** Of an event that could not be applied: staff see on its application that there was one. */
  async park(manager: EntityManager, { seq, recordNo, revision = 0, type }: OfficeChange, at: Date): Promise<void> {
    const row = recordNo && (await manager.findOneBy(ApplicationRow, { recordNo }))
    if (!row) return
    await manager.insert(RemarkRow, { seq, applicationId: row.id, type, at, reason: 'not-possible' })
    await this.knowRevision(manager, row.id, revision)
  }

  /** What we send has to name the newest revision, also where what made it has no place here. */
  private async knowRevision(manager: EntityManager, applicationId: string, revision: number): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(ApplicationRow)
      .set({ officeRevision: revision })
      .where('id = :id and office_revision < :revision', { id: applicationId, revision })
      .execute()
  }

  /** @throws RowChanged where the person changed the application meanwhile: report it again */
  async report(manager: EntityManager, change: OfficeChange & { recordNo: string }): Promise<Reported> {
    const row = await manager.findOneBy(ApplicationRow, { recordNo: change.recordNo })
    if (!row) return 'held'
    if (change.revision !== undefined && change.revision <= row.eventRevision) return 'stale'
    const event = officeEvents.find((known) => known === change.type)
    if (!event || !possible(row.state, event)) return this.keep(manager, row, change, event !== undefined)
    try {
      await this.apply(manager, row, event, change)
      return 'applied'
    } catch (error) {
      // It would make a second live application of this person: for people to decide, and the feed goes on.
      if (isDuplicate(error)) return this.keep(manager, row, change, true)
      throw error
    }
  }

  private async apply(
    manager: EntityManager,
    row: ApplicationRow,
    event: OfficeEvent,
    change: OfficeChange,
  ): Promise<void> {
    const standing = await this.places.standing(row)
    const named = change.reasons.map(({ item, code, text }) => ({ item, code, words: text }))
    const items = returnItems(named, await this.papers.asked(row))
    const happening = {
      event,
      actor: { kind: 'office' as const, who: standing.place.officeName },
      items,
      facts: flat(change.data),
      at: new Date(change.at),
    }
    const papers = event === 'supplement-rejected' ? await this.papers.ofRow(manager, row) : []
    const report = { event, change, items, papers, now: this.clock.now().toISOString() }
    await this.transitions.take(manager, row, happening, standing, patchOf(row, report, standing))
  }

  private async keep(
    manager: EntityManager,
    row: ApplicationRow,
    change: OfficeChange,
    known: boolean,
  ): Promise<'kept'> {
    const { seq, type, at, revision = 0 } = change
    const reason = known ? 'not-possible' : 'unknown-type'
    await manager.insert(RemarkRow, { seq, applicationId: row.id, type, at: new Date(at), reason })
    await this.knowRevision(manager, row.id, revision)
    return 'kept'
  }
}

const endsReturn: readonly OfficeEvent[] = [
  'accepted',
  'onsite-required',
  'onsite-confirmed',
  'rejected',
  'disqualified',
]

interface Report {
  event: OfficeEvent
  change: OfficeChange
  items: ReturnItem[]
  papers: PaperProgress[]
  /** Instant by our clock. */
  now: string
}

function patchOf(row: ApplicationRow, report: Report, { place }: Standing): Patch {
  const { event, change, items, now } = report
  const revision = change.revision ?? row.eventRevision
  return {
    eventRevision: revision,
    officeRevision: Math.max(row.officeRevision, revision),
    ...(event === 'returned' && {
      openReturn: { by: 'office' as const, byName: place.officeName, at: change.at, openedAt: now, items },
    }),
    ...(endsReturn.includes(event) && { openReturn: null }),
    ...(event === 'supplement-accepted' && { supplements: decided(row, report, 'accepted') }),
    ...(event === 'supplement-rejected' && { supplements: decided(row, report, 'rejected') }),
  }
}

/** 容缺后补: the papers that the event names, by themselves or by a page, or all that are still open where it names none. */
function decided(
  { supplements }: ApplicationRow,
  { items, papers, now }: Report,
  state: 'accepted' | 'rejected',
): StoredSupplement[] {
  return (supplements ?? []).map((one) => {
    const pages = papers.find(({ item }) => one.item === `papers.${item.id}`)?.pages ?? []
    const reasons = items.filter(({ item }) => item === one.item || pages.some(({ id }) => item === `pages.${id}`))
    const meant = items.length > 0 ? reasons.length > 0 : one.state !== 'accepted'
    if (!meant) return one
    const { item, promisedAt, version } = one
    return { item, promisedAt, version, state, ...(state === 'rejected' && { rejected: { at: now, items: reasons } }) }
  })
}

/** Plain values of the event's data, for the timeline; cut between characters, since half of one cannot be kept. */
function flat(data: Record<string, unknown>): Record<string, string> {
  const plain = Object.entries(data).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
  return Object.fromEntries(plain.map(([key, value]) => [key, [...String(value)].slice(0, 500).join('')]))
}
