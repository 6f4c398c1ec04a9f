import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Law } from '../../eligibility/law'
import { Clock } from '../../platform/time/clock'
import { limitOf } from '../drafts/editable'
import { Places } from '../places'
import { refuse } from '../refuse'
import type { ApplicationRow } from '../rows/application-row'
import { loadLocked } from '../store'
import type { PageRecord } from './page-source'
import type { PaperProgress } from './paper-progress'
import { Papers } from './papers'

export type PageChange =
  /** `count`: pages that come, 1 if absent. `replaces`: id of the page in whose place they come. */
  | { kind: 'add'; paper: string; count?: number; replaces?: string }
  | { kind: 'turn'; page: string }
  | { kind: 'remove'; page: string }
  | { kind: 'order'; paper: string }

/** Whether pages may be changed now: all of a draft, what was returned, what is newly asked for, and what was promised to follow. */
@Injectable()
export class PageChanges {
  constructor(
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly papers: Papers,
  ) {}

  /**
   * The paper, with its pages as they are before the change. Keeps the application locked until the transaction ends, so that no page comes
   * or goes beside a submission.
   * @throws AppError `not-found`, `paper-unknown`, `page-unknown`, `not-editable` {items}, `page-fixed`, `correction-limit-passed`,
   * `paper-full` {max}
   */
  async check(manager: EntityManager, applicationId: string, change: PageChange): Promise<PaperProgress> {
    const row = await loadLocked(manager, applicationId)
    const papers = await this.papers.ofRow(manager, row)
    const paper = 'page' in change ? paperOf(papers, change.page) : await this.named(papers, row, change.paper)
    if (!isAllowed(paper, change)) throw await this.refusal(row, paper, change)
    if (change.kind === 'add') checkRoom(paper, change)
    return paper
  }

  /** A paper that is asked for by now, but was not when it was handed in, is known and closed. */
  private async named(papers: PaperProgress[], row: ApplicationRow, id: string): Promise<PaperProgress> {
    const paper = papers.find(({ item }) => item.id === id)
    if (paper) return paper
    const closed = (await this.papers.asked(row)).some((item) => item.id === id)
    throw closed ? refuse('not-editable', { items: [`papers.${id}`] }) : refuse('paper-unknown', { paper: id })
  }

  private async refusal(row: ApplicationRow, paper: PaperProgress, change: PageChange): Promise<Error> {
    const { limit: rule } = await this.places.of(row)
    const limit = limitOf(await this.law.inForce(row.campaign), row, rule, this.clock.now())
    if (limit?.passed) return refuse('correction-limit-passed', { until: limit.until, limit })
    const ofOnePage = 'page' in change || (change.kind === 'add' && change.replaces !== undefined)
    return ofOnePage ? refuse('page-fixed') : refuse('not-editable', { items: [`papers.${paper.item.id}`] })
  }
}

function paperOf(papers: PaperProgress[], page: string): PaperProgress {
  const paper = papers.find(({ pages }) => pages.some(({ id }) => id === page))
  if (!paper) throw refuse('page-unknown')
  return paper
}

function isAllowed(paper: PaperProgress, change: PageChange): boolean {
  const { open, fixed, returnedPages } = paper
  switch (change.kind) {
    case 'order':
    case 'remove':
      return open
    case 'turn':
      return !fixed.has(change.page)
    case 'add': {
      if (change.replaces === undefined) return open
      const { id } = pageIn(paper, change.replaces)
      return open || returnedPages.has(id) || !fixed.has(id)
    }
  }
}

function pageIn({ pages }: PaperProgress, id: string): PageRecord {
  const page = pages.find((one) => one.id === id)
  if (!page) throw refuse('page-unknown')
  return page
}

function checkRoom({ item, pages }: PaperProgress, { count = 1, replaces }: PageChange & { kind: 'add' }): void {
  const { max } = item.pages
  if (pages.length - (replaces === undefined ? 0 : 1) + count > max) throw refuse('paper-full', { max })
}
