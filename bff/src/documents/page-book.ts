import { Injectable, type OnModuleInit } from '@nestjs/common'
import { In, IsNull, MoreThanOrEqual, type EntityManager } from 'typeorm'
import { PageSources, type MasterCopy, type PageRecord, type PageSource } from '../applications/papers/page-source'
import { PageRow } from './rows/page-row'

/** What other features know of pages. */
@Injectable()
export class PageBook implements PageSource, OnModuleInit {
  constructor(private readonly sources: PageSources) {}

  onModuleInit(): void {
    this.sources.register(this)
  }

  async pagesOf(manager: EntityManager, applicationId: string): Promise<PageRecord[]> {
    return inOrder(await rowsOf(manager, applicationId)).map(({ row, position }) => recordOf(row, position))
  }

  async changedSince(manager: EntityManager, applicationId: string, since: Date): Promise<string[]> {
    const where = { applicationId, changedAt: MoreThanOrEqual(since) }
    const rows = await manager.find(PageRow, { where, select: { id: true, paper: true } })
    return [...new Set(rows.map(({ paper }) => paper))]
  }

  async handOver(manager: EntityManager, applicationId: string, pageIds: string[], at: Date): Promise<string[]> {
    if (pageIds.length === 0) return []
    const where = { applicationId, id: In(pageIds), handedOverAt: IsNull() }
    const rows = await manager.find(PageRow, { where, select: { id: true } })
    const fresh = new Set(rows.map(({ id }) => id))
    await manager.update(PageRow, where, { handedOverAt: at })
    return pageIds.filter((id) => fresh.has(id))
  }

  async takeBack(manager: EntityManager, pageId: string): Promise<void> {
    await manager.update(PageRow, { id: pageId }, { handedOverAt: null })
  }

  async masterOf(manager: EntityManager, pageId: string): Promise<MasterCopy | undefined> {
    const row = await manager.findOneBy(PageRow, { id: pageId })
    if (!row || row.masterObject === null || row.masterSha256 === null || row.masterBytes === null) return undefined
    const { masterObject: object, masterSha256: sha256, masterBytes: bytes } = row
    return { object, sha256, bytes, mediaType: 'image/jpeg' }
  }
}

export interface Placed {
  row: PageRow
  /** From 1. */
  position: number
}

/** Positions from 1 without gaps, paper by paper; the stored ones only say which comes before which. */
export function inOrder(rows: PageRow[]): Placed[] {
  const counts = new Map<string, number>()
  return rows.map((row) => {
    const position = (counts.get(row.paper) ?? 0) + 1
    counts.set(row.paper, position)
    return { row, position }
  })
}

/** Pages that are shown, in the order in which a reviewer gets them. */
export function rowsOf(manager: EntityManager, applicationId: string): Promise<PageRow[]> {
  return manager.find(PageRow, {
    where: { applicationId, removedAt: IsNull() },
    order: { paper: 'ASC', position: 'ASC', createdAt: 'ASC', uploadPage: 'ASC' },
  })
}

/** No longer shown; what the picture process has in hand of it comes to nothing. Its objects are swept away unless the office got them. */
export async function removePage(manager: EntityManager, { id, version }: PageRow, now: Date): Promise<void> {
  await manager.update(PageRow, { id }, { removedAt: now, changedAt: now, version: version + 1 })
}

function recordOf(row: PageRow, position: number): PageRecord {
  const { id, paper, state, createdAt, replaces, handedOverAt } = row
  const master = { sha256: row.masterSha256, bytes: row.masterBytes, mediaType: 'image/jpeg' as const }
  return { id, paper, position, state, ...master, createdAt, replaces, handedOverAt }
}
