import type { PageView, PapersView, PaperView } from '@app/contract'
import { call } from '../api/api'
import { mayPass } from './may-pass'
import { papersOf, setPapers } from './papers-store'
import { isUnsent, orderKey, withOrder } from './queue'
import { currentQueue, step } from './queue-store'
import type { Outcome } from './types'

/** A page by its own name: its file's key, or its id where one file (a PDF) brought several pages. */
export const pageRef = (page: PageView, all: readonly PageView[]) =>
  all.filter(({ uploadKey }) => uploadKey === page.uploadKey).length > 1 ? page.id : page.uploadKey

const rank = (order: readonly string[], ref: string, key: string) => {
  const at = order.includes(ref) ? order.indexOf(ref) : order.indexOf(key)
  return at < 0 ? order.length : at
}

/** Pages and files in the order that the person gave them; what that order does not know stays behind. */
export const inOrder = <T>(
  entries: readonly T[],
  order: readonly string[],
  names: (entry: T) => { ref: string; key: string },
) =>
  entries
    .map((entry, at) => ({ entry, at, rank: rank(order, names(entry).ref, names(entry).key) }))
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .map(({ entry }) => entry)

const done: Outcome = { ok: true, status: 200, body: undefined }

const tellOrder = async (applicationId: string, paper: PaperView, order: readonly string[]): Promise<Outcome> => {
  const forget = () => step((queue) => withOrder(queue, orderKey(applicationId, paper.item.id), undefined))
  const pages = inOrder(paper.pages, order, (page) => ({ ref: pageRef(page, paper.pages), key: page.uploadKey })).map(
    ({ id }) => id,
  )
  const asIs = pages.every((id, at) => paper.pages[at]?.id === id)
  if (asIs || !paper.open || paper.pages.some(({ fixed }) => fixed)) {
    forget()
    return done
  }
  const body = { paper: paper.item.id, pages }
  const answer = await call<PapersView>({ method: 'PUT', path: `/applications/${applicationId}/page-order`, body })
  if (answer.ok || !mayPass(answer.failure)) forget()
  if (!answer.ok) return answer
  setPapers(applicationId, answer.body)
  return done
}

/** Tells the server the order of one paper once all its files have arrived; until then nothing is asked. */
export const syncOrder = async (applicationId: string, paperId: string): Promise<Outcome> => {
  const { items, orders } = currentQueue()
  const order = orders[orderKey(applicationId, paperId)]
  const paper = papersOf(applicationId).view?.papers.find(({ item }) => item.id === paperId)
  const coming = items.some((item) => item.applicationId === applicationId && item.paper === paperId && isUnsent(item))
  return order && paper && !coming ? tellOrder(applicationId, paper, order) : done
}

export const syncOrders = async (applicationId: string) => {
  for (const at of Object.keys(currentQueue().orders)) {
    const [id, ...paper] = at.split(' ')
    if (id === applicationId) await syncOrder(applicationId, paper.join(' '))
  }
}
