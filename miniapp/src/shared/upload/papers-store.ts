import type { PageView, PapersView } from '@app/contract'
import { call } from '../api/api'
import type { Failure } from '../api/failure'
import { tokens } from '../session/tokens'
import { stored } from '../storage/stored'
import { changed } from './watch'

interface Kept {
  account: string
  /** By application, without the links, which are over in minutes. */
  views: Record<string, PapersView>
}

const isKept = (raw: unknown): raw is Kept =>
  typeof raw === 'object' && raw !== null && 'account' in raw && 'views' in raw && typeof raw.views === 'object'

/** The last copy, for where there is no network. */
const file = stored('papers', (raw): Kept => (isKept(raw) ? raw : { account: '', views: {} }))

interface Papers {
  view?: PapersView
  failure?: Failure
  /** Rises with each change made here: an answer that was asked for before tells nothing new. */
  changes: number
}

const known = new Map<string, Papers>()
const me = () => tokens.get()?.account.id ?? file.get().account

const withoutLinks = (view: PapersView): PapersView => ({
  ...view,
  papers: view.papers.map((paper) => ({ ...paper, pages: paper.pages.map(({ links: _links, ...page }) => page) })),
})

const fromPhone = (applicationId: string): Papers => {
  const { account, views } = file.get()
  const view = account === me() ? views[applicationId] : undefined
  return { changes: 0, ...(view ? { view } : {}) }
}

/** The server's papers of an application as last heard of. */
export const papersOf = (applicationId: string): Papers => {
  const papers = known.get(applicationId) ?? fromPhone(applicationId)
  known.set(applicationId, papers)
  return papers
}

export const setPapers = (applicationId: string, view: PapersView) => {
  known.set(applicationId, { view, changes: papersOf(applicationId).changes + 1 })
  const views = file.get().account === me() ? file.get().views : {}
  file.set({ account: me(), views: { ...views, [applicationId]: withoutLinks(view) } })
  changed()
}

/** Changes the pages of every paper, as the answer to a change of one page says. */
export const setPages = (applicationId: string, change: (pages: PageView[], paper: string) => PageView[]) => {
  const { view } = papersOf(applicationId)
  if (!view) return
  const papers = view.papers.map((paper) => ({ ...paper, pages: change(paper.pages, paper.item.id) }))
  setPapers(applicationId, { ...view, papers })
}

/** Pages that have just arrived, in the place of the one that they replace. */
export const addPages = (applicationId: string, arrived: readonly PageView[], replaces: string | undefined) => {
  const ids = new Set(arrived.map(({ id }) => id))
  setPages(applicationId, (pages, paper) =>
    [
      ...pages.filter(({ id }) => !ids.has(id) && id !== replaces),
      ...arrived.filter((page) => page.paper === paper),
    ].sort((one, other) => one.position - other.position),
  )
}

export const pagesOf = (applicationId: string): PageView[] =>
  papersOf(applicationId).view?.papers.flatMap(({ pages }) => pages) ?? []

/** Asks the server. `overtaken`: something was changed here meanwhile, the answer may be older than that and is thrown away. */
export const loadPapers = async (applicationId: string): Promise<'loaded' | 'failed' | 'overtaken'> => {
  const { changes } = papersOf(applicationId)
  const answer = await call<PapersView>({ method: 'GET', path: `/applications/${applicationId}/papers` })
  const now = papersOf(applicationId)
  if (!answer.ok) {
    known.set(applicationId, { ...now, failure: answer.failure })
    changed()
    return 'failed'
  }
  if (now.changes !== changes) return 'overtaken'
  setPapers(applicationId, answer.body)
  return 'loaded'
}

export const forgetPapers = () => {
  known.clear()
  file.clear()
}
