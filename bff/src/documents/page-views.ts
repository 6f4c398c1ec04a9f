import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { PhotoAsked } from '../applications/papers/photo-asked'
import { progressOf, type PaperProgress } from '../applications/papers/paper-progress'
import { Papers } from '../applications/papers/papers'
import type { PapersView, PageView, PaperView } from '../contract'
import { Transactions } from '../platform/database/transaction'
import { AppError } from '../platform/errors/app-error'
import { pageLimits } from './intake/limits'
import { LinkSigner, type Viewer } from './links/page-links'
import { inOrder, rowsOf, type Placed } from './page-book'
import type { PageRow } from './rows/page-row'

/** Papers with their pages as a phone or desk sees them, with links made for this viewer. */
@Injectable()
export class PageViews {
  constructor(
    private readonly transactions: Transactions,
    private readonly papers: Papers,
    private readonly photo: PhotoAsked,
    private readonly links: LinkSigner,
  ) {}

  async papersOf(applicationId: string, viewer: Viewer): Promise<PapersView> {
    return this.transactions.read(async (manager) => {
      const progress = await this.papers.of(manager, applicationId)
      const pages = await this.pagesOf(manager, applicationId, progress, viewer)
      const photo = await this.photo.current()
      return {
        papers: progress.map((paper) => paperView(paper, pages)),
        progress: progressOf(progress),
        limits: pageLimits,
        ...(photo && { photo }),
      }
    })
  }

  /** Pages of one upload, without asking the law what else is asked for. */
  uploaded(pages: Placed[], viewer: Viewer): PageView[] {
    return pages.map(({ row, position }) => this.pageView(row, position, { fixed: row.handedOverAt !== null }, viewer))
  }

  /** @throws AppError `page-unknown` */
  async pageOf(applicationId: string, page: string, viewer: Viewer): Promise<PageView> {
    const { papers } = await this.papersOf(applicationId, viewer)
    const found = papers.flatMap(({ pages }) => pages).find(({ id }) => id === page)
    if (!found) throw new AppError('page-unknown')
    return found
  }

  private async pagesOf(
    manager: EntityManager,
    applicationId: string,
    progress: PaperProgress[],
    viewer: Viewer,
  ): Promise<PageView[]> {
    const rows = inOrder(await rowsOf(manager, applicationId))
    return rows.flatMap(({ row, position }) => {
      const paper = progress.find(({ item }) => item.id === row.paper)
      if (!paper) return []
      const returned = paper.returnedPages.get(row.id)
      return [this.pageView(row, position, { fixed: paper.fixed.has(row.id), ...(returned && { returned }) }, viewer)]
    })
  }

  private pageView(
    row: PageRow,
    position: number,
    standing: Pick<PageView, 'fixed' | 'returned'>,
    viewer: Viewer,
  ): PageView {
    const { id, state, hints, refusal, rotation, width, height, uploadKey } = row
    const isMade = state !== 'checking' && row.displayObject !== null
    return {
      id,
      paper: row.paper,
      position,
      state,
      hints: hints ?? [],
      ...(refusal && { refusal }),
      rotation,
      ...(isMade && width !== null && height !== null && { width, height, links: this.links.linksTo(id, viewer) }),
      uploadKey,
      ...standing,
    }
  }
}

function paperView({ item, state, open, returned, promise }: PaperProgress, pages: PageView[]): PaperView {
  return {
    item,
    state,
    open,
    ...(returned && { returned }),
    ...(promise && { promise }),
    pages: pages.filter(({ paper }) => paper === item.id),
  }
}
