import { type PaperView } from '@app/contract'
import { type ShownPaper } from '../upload/types'
import { type Names } from './items'

interface Named {
  view: Pick<PaperView, 'item'>
  /** In their order, by their ids at the server. */
  pages: readonly (string | undefined)[]
}

const nameIn =
  (papers: readonly Named[]): Names =>
  (path) => {
    for (const { view, pages } of papers) {
      if (path === `papers.${view.item.id}`) return view.item.title
      const at = pages.findIndex((id) => id !== undefined && path === `pages.${id}`)
      if (at >= 0) return pages.length > 1 ? `${view.item.title}，第 ${at + 1} 页` : view.item.title
    }
    return undefined
  }

/** `papers.ID` and `pages.PAGEID` as a list of papers knows them: 身份证，第 2 页. */
export const shownNames = (papers: readonly ShownPaper[]): Names =>
  nameIn(papers.map(({ view, pages }) => ({ view, pages: pages.map(({ page }) => page?.id) })))

/** The same from the server's answer. */
export const viewNames = (papers: readonly PaperView[]): Names =>
  nameIn(papers.map((view) => ({ view, pages: view.pages.map(({ id }) => id) })))
