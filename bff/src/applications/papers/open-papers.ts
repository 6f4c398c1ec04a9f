import type { ApplicationState, CorrectionLimit, PaperItem, ReturnItem } from '../../contract'
import { isReturned } from '../drafts/editable'
import type { ApplicationRow, StoredSupplement } from '../rows/application-row'
import { possible } from '../table/table'
import type { PageRecord } from './page-source'
import type { Reason } from './paper-progress'

/** Everything that decides what of an application's papers may be changed now. */
export interface Opening {
  row: Pick<ApplicationRow, 'state' | 'openReturn' | 'supplements'>
  limit: CorrectionLimit | undefined
  /** Papers that were changed since the open return, and since the rejection of a supplement. */
  changed: ReadonlySet<string>
  changedAfterRejection: ReadonlySet<string>
}

/** What is to be mended of one paper, and what may be. */
interface PaperOpening {
  open: boolean
  /** A draft's, returned as a whole, or newly asked for by corrected facts. */
  anew: boolean
  unmended: boolean
  returned: Reason | undefined
  returnedPages: Map<string, Reason>
  fixed: Set<string>
}

/** 容缺: the paper may be photographed while the application is on its way, and sent once the office has it. */
const beforeOffice: readonly ApplicationState[] = [
  'unit-review',
  'unit-returned',
  'department-review',
  'department-returned',
  'office-returned',
]

export function openingOf(opening: Opening, item: PaperItem, pages: PageRecord[]): PaperOpening {
  const supplement = supplementOf(opening.row, item.id)
  const returned = returnOf(opening, item.id)
  const rejected = supplement?.state === 'rejected' ? supplement.rejected : undefined
  const reasons = [...(returned?.items ?? []), ...(rejected?.items ?? [])]
  const whole = reasons.find((reason) => reason.item === `papers.${item.id}`)
  const returnedPages = pagesIn(reasons, pages)
  const anew = opening.row.state === 'draft' || isOpenAnew(opening, returned, item.id, pages)
  const open = anew || isOpenLater(opening.row.state, supplement)
  return {
    open,
    anew,
    unmended: isUnmended(opening, item, returned, returnedPages) || isStillRejected(opening, item.id, supplement),
    returned: whole && reasonOf(whole),
    returnedPages,
    fixed: fixedPages(open, returned, returnedPages, pages),
  }
}

export const supplementOf = (row: Pick<ApplicationRow, 'supplements'>, paper: string): StoredSupplement | undefined =>
  row.supplements?.find(({ item }) => item === `papers.${paper}`)

/** Promised and not yet taken by the office. */
export const isOwed = (supplement: StoredSupplement | undefined): boolean =>
  supplement?.state === 'open' || supplement?.state === 'rejected'

/** What was promised before follows in its own time: a correction waits for it only where the return names it. */
export function isNeeded(row: Opening['row'], { item, pages }: { item: PaperItem; pages: PageRecord[] }): boolean {
  if (row.state === 'draft' || !isOwed(supplementOf(row, item.id))) return true
  const named = row.openReturn?.items.map((returned) => returned.item) ?? []
  return named.includes(`papers.${item.id}`) || pages.some(({ id }) => named.includes(`pages.${id}`))
}

interface Returned {
  items: ReturnItem[]
  openedAt: Date
  whole: boolean
}

/** The open return, as far as it can be corrected. */
function returnOf({ row }: Opening, paper: string): Returned | undefined {
  if (!row.openReturn || !isReturned(row.state)) return undefined
  const { items, openedAt } = row.openReturn
  const whole = items.some(({ item }) => item === `papers.${paper}`)
  return { items, openedAt: new Date(openedAt), whole }
}

function isOpenAnew({ row, limit }: Opening, returned: Returned | undefined, paper: string, pages: PageRecord[]) {
  if (!returned || !limit || limit.passed) return false
  if (returned.whole) return true
  const promised = supplementOf(row, paper)
  const before = pages.some(({ createdAt }) => createdAt < returned.openedAt)
  return !before && (!promised || new Date(promised.promisedAt) >= returned.openedAt)
}

const isOpenLater = (state: ApplicationState, supplement: StoredSupplement | undefined): boolean =>
  isOwed(supplement) && (beforeOffice.includes(state) || possible(state, 'supplement-sent'))

/** The whole paper: something of it has to have changed; a page: it has to be gone. A promise given anew mends as well. */
function isUnmended(
  { row, changed }: Opening,
  item: PaperItem,
  returned: Returned | undefined,
  returnedPages: ReadonlyMap<string, Reason>,
): boolean {
  if (returnedPages.size > 0) return true
  if (!returned?.whole || changed.has(item.id)) return false
  const promises = item.kind === 'undertaking' ? row.supplements : [supplementOf(row, item.id)]
  return !promises?.some((promise) => promise && new Date(promise.promisedAt) >= returned.openedAt)
}

const isStillRejected = (
  { changedAfterRejection }: Opening,
  paper: string,
  supplement: StoredSupplement | undefined,
): boolean => supplement?.state === 'rejected' && !changedAfterRejection.has(paper)

function pagesIn(reasons: ReturnItem[], pages: PageRecord[]): Map<string, Reason> {
  const found = reasons.filter(({ item }) => pages.some(({ id }) => item === `pages.${id}`))
  return new Map(found.map((reason) => [reason.item.replace(/^pages\./, ''), reasonOf(reason)]))
}

/** The bytes of a page that the office has, or is to get, no longer change; one that came for the sake of a return may. */
function fixedPages(
  open: boolean,
  returned: Returned | undefined,
  returnedPages: ReadonlyMap<string, Reason>,
  pages: PageRecord[],
): Set<string> {
  const isNew = ({ id, createdAt }: PageRecord) =>
    returned !== undefined && createdAt >= returned.openedAt && !returnedPages.has(id)
  const fixed = pages.filter((page) => page.handedOverAt !== null || !(open || isNew(page)))
  return new Set(fixed.map(({ id }) => id))
}

const reasonOf = ({ code, words }: ReturnItem): Reason => ({ code, words })
