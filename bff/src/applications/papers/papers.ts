import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { PaperItem, PaperView } from '../../contract'
import { Law, type LawInForce } from '../../eligibility/law'
import { Clock } from '../../platform/time/clock'
import { isReturned, limitOf } from '../drafts/editable'
import { Places } from '../places'
import type { ApplicationRow, StoredSupplement } from '../rows/application-row'
import { load } from '../store'
import { askedPapers } from './asked-papers'
import { type Opening, openingOf, supplementOf } from './open-papers'
import { type PageRecord, PageSources } from './page-source'
import { isComplete, type PaperProgress, paperState } from './paper-progress'

/** The papers of an application, each with its pages, how far it is and what of it may be changed. */
@Injectable()
export class Papers {
  constructor(
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly sources: PageSources,
  ) {}

  /** In the order of the checklist. @throws AppError `not-found` */
  async of(manager: EntityManager, applicationId: string): Promise<PaperProgress[]> {
    return this.ofRow(manager, await load(manager, applicationId))
  }

  async ofRow(manager: EntityManager, row: ApplicationRow): Promise<PaperProgress[]> {
    const law = await this.law.inForce(row.campaign)
    const opening = await this.opening(manager, row, law)
    const pages = await this.sources.get().pagesOf(manager, row.id)
    const papers = askedPapers(law, row, this.clock.now()).map((item) => progress(opening, item, pages))
    const answered = papers.map((paper) => withUndertaking(paper, papers))
    // Handed in, it was asked for no more than this; what the office asks for since then is asked of others.
    return row.state === 'draft' || isReturned(row.state) ? answered : answered.filter(isAnswered)
  }

  /** What the law asks of it, whether there are pages or not. */
  async asked(row: ApplicationRow): Promise<PaperItem[]> {
    return askedPapers(await this.law.inForce(row.campaign), row, this.clock.now())
  }

  private async opening(manager: EntityManager, row: ApplicationRow, law: LawInForce): Promise<Opening> {
    const { limit: rule } = await this.places.of(row)
    const { openReturn, supplements } = row
    const returned = openReturn && isReturned(row.state) ? [openReturn.openedAt] : []
    const rejections = (supplements ?? []).flatMap(({ rejected }) => (rejected ? [rejected.at] : []))
    return {
      row,
      limit: limitOf(law, row, rule, this.clock.now()),
      changed: await this.changedSince(manager, row.id, returned),
      changedAfterRejection: await this.changedSince(manager, row.id, rejections),
    }
  }

  /** Since the latest of the instants; none: nothing. */
  private async changedSince(manager: EntityManager, id: string, instants: string[]): Promise<ReadonlySet<string>> {
    const latest = instants.sort().at(-1)
    if (latest === undefined) return new Set()
    return new Set(await this.sources.get().changedSince(manager, id, new Date(latest)))
  }
}

function progress(opening: Opening, item: PaperItem, all: PageRecord[]): PaperProgress {
  const pages = all.filter(({ paper }) => paper === item.id)
  const { open, anew, unmended, returned, returnedPages, fixed } = openingOf(opening, item, pages)
  const supplement = supplementOf(opening.row, item.id)
  return {
    item,
    state: paperState({ item, pages, promised: supplement !== undefined, unmended }),
    open,
    promisable: anew && item.promiseAllowed === true,
    ...(returned && { returned }),
    ...(supplement && { promise: promiseOf(supplement) }),
    pages,
    returnedPages,
    fixed,
  }
}

const promiseOf = ({ promisedAt, version, state }: StoredSupplement): PaperView['promise'] => ({
  agreedAt: promisedAt,
  version,
  state,
})

/** 承诺书: given once every paper that may be promised is either promised or there; a signed sheet may be photographed instead. */
function withUndertaking(paper: PaperProgress, papers: PaperProgress[]): PaperProgress {
  if (paper.item.kind !== 'undertaking' || paper.state !== 'missing') return paper
  const given = papers.every((other) => !other.item.promiseAllowed || other.promise !== undefined || isComplete(other))
  return given ? { ...paper, state: 'complete' } : paper
}

const isAnswered = ({ pages, promise, item, state }: PaperProgress): boolean =>
  pages.length > 0 || promise !== undefined || (item.kind === 'undertaking' && state === 'complete')
