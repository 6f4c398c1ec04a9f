import type { PaperItem, PapersView, PaperState, PaperView } from '../../contract'
import type { PageRecord } from './page-source'

export interface Reason {
  code: string
  words: string
}

/** One paper of the checklist and how far it is; `documents` makes a PaperView of it. */
export interface PaperProgress {
  item: PaperItem
  state: PaperState
  /** Whether pages may be added, moved or deleted now. Where single pages were returned it is not: only they may be replaced. */
  open: boolean
  /** Whether it may be promised now, or the promise taken back. One that was handed in stays given. */
  promisable: boolean
  /** A return of the whole paper. */
  returned?: Reason
  promise?: PaperView['promise']
  /** In their order. */
  pages: PageRecord[]
  /** Pages that were returned, by id. */
  returnedPages: ReadonlyMap<string, Reason>
  /** Ids of pages that can no longer be turned or deleted. */
  fixed: ReadonlySet<string>
}

interface PaperFacts {
  item: PaperItem
  pages: PageRecord[]
  promised: boolean
  /** Returned, and nothing of it was changed since. */
  unmended: boolean
}

export function paperState({ item, pages, promised, unmended }: PaperFacts): PaperState {
  if (unmended) return 'returned'
  if (pages.length === 0) return promised ? 'promised' : 'missing'
  if (pages.some(({ state }) => state === 'refused')) return 'refused'
  if (pages.length < item.pages.min) return 'too-few'
  return pages.some(({ state }) => state === 'checking') ? 'checking' : 'complete'
}

const needsNothing: readonly PaperState[] = ['complete', 'promised']

export const isComplete = ({ state }: Pick<PaperProgress, 'state'>): boolean => needsNothing.includes(state)

/** What is still missing, as `papers.ID`; a page that is being checked is not missing. */
export function missingPapers(papers: readonly PaperProgress[]): string[] {
  const missing = papers.filter((paper) => !isComplete(paper) && paper.state !== 'checking')
  return missing.map(({ item }) => `papers.${item.id}`)
}

export function checkingPages(papers: readonly PaperProgress[]): string[] {
  return papers.flatMap(({ pages }) => pages.filter(({ state }) => state === 'checking').map(({ id }) => id))
}

/** n of m papers; promised ones count as complete. */
export function progressOf(papers: readonly PaperProgress[]): PapersView['progress'] {
  return { complete: papers.filter(isComplete).length, needed: papers.length }
}
