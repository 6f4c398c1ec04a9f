import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { Law } from '../../eligibility/law'
import type { Clock } from '../../platform/time/clock'
import type { Places } from '../places'
import { HandedPages } from './handed-pages'
import { type PageRecord, type PageSource, PageSources } from './page-source'
import { Papers } from './papers'

/** Pages of any application, without pictures: what `documents` knows, for tests of what `applications` makes of it. */
export class MemoryPages implements PageSource {
  private pages: (PageRecord & { applicationId: string })[] = []
  private changes: { applicationId: string; paper: string; at: Date }[] = []

  constructor(private readonly clock: Clock) {}

  add(applicationId: string, paper: string, more: Partial<PageRecord> = {}): PageRecord {
    const position =
      this.pages.filter((page) => page.applicationId === applicationId && page.paper === paper).length + 1
    const made = { state: 'usable' as const, sha256: 'a'.repeat(64), bytes: 1000, mediaType: 'image/jpeg' as const }
    const fresh = { createdAt: this.clock.now(), replaces: null, handedOverAt: null }
    const page = { id: randomUUID(), applicationId, paper, position, ...made, ...fresh, ...more }
    this.pages.push(page)
    this.change(applicationId, paper)
    return page
  }

  remove(id: string): void {
    const page = this.pages.find((one) => one.id === id)
    if (!page) throw new Error(`no page ${id}`)
    this.pages = this.pages.filter((one) => one !== page)
    this.change(page.applicationId, page.paper)
  }

  change(applicationId: string, paper: string): void {
    this.changes.push({ applicationId, paper, at: this.clock.now() })
  }

  pagesOf(_: EntityManager, applicationId: string): Promise<PageRecord[]> {
    return Promise.resolve(this.pages.filter((page) => page.applicationId === applicationId))
  }

  changedSince(_: EntityManager, applicationId: string, since: Date): Promise<string[]> {
    const changed = this.changes.filter((change) => change.applicationId === applicationId && change.at >= since)
    return Promise.resolve(changed.map(({ paper }) => paper))
  }

  handOver(_: EntityManager, applicationId: string, pageIds: string[], at: Date): Promise<string[]> {
    const fresh = this.pages.filter(
      (page) => page.applicationId === applicationId && pageIds.includes(page.id) && page.handedOverAt === null,
    )
    for (const page of fresh) page.handedOverAt = at
    return Promise.resolve(fresh.map(({ id }) => id))
  }

  takeBack(_: EntityManager, pageId: string): Promise<void> {
    for (const page of this.pages.filter(({ id }) => id === pageId)) page.handedOverAt = null
    return Promise.resolve()
  }

  masterOf(): Promise<undefined> {
    return Promise.resolve(undefined)
  }
}

/** The papers' part of the feature over such pages, under the bare law. */
export function papersOver(pages: PageSource, clock: Clock, places: Places): { papers: Papers; handed: HandedPages } {
  const sources = new PageSources()
  sources.register(pages)
  const papers = new Papers(new Law(), clock, places, sources)
  return { papers, handed: new HandedPages(papers, sources, clock) }
}
