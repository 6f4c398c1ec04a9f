import { call } from '../api/api'
import { arrive, isInFront } from './driver'
import { lookAfter } from './pace'
import { loadPapers, pagesOf, setPages } from './papers-store'
import { discard } from './prepare'
import { type QueueItem, withItem, without } from './queue'
import { currentQueue, step } from './queue-store'
import { syncOrders } from './order'
import { syncTurns } from './turn'

/** Looks for a page that was removed on its way: after so many without finding it, it has not arrived. */
const looksForRemoved = 4

const timers = new Map<string, ReturnType<typeof setTimeout>>()
const looks = new Map<string, number>()
/** Applications whose pages somebody looks at now. */
const watched = new Map<string, number>()

const itemsOf = (applicationId: string) => currentQueue().items.filter((item) => item.applicationId === applicationId)

const drop = (item: QueueItem) => {
  discard(item)
  step((queue) => without(queue, item.key))
}

/** A file whose answer was lost, but which the server has: it need not be sent again. */
const noticeArrived = (applicationId: string) => {
  const pages = pagesOf(applicationId)
  const isThere = ({ key, begun, state }: QueueItem) =>
    begun && state.kind !== 'removed' && state.kind !== 'sending' && pages.some(({ uploadKey }) => uploadKey === key)
  itemsOf(applicationId)
    .filter((item) => item.state.kind !== 'arrived' && isThere(item))
    .forEach((item) =>
      arrive(
        item,
        pages.filter(({ uploadKey }) => uploadKey === item.key),
      ),
    )
}

/** The server has looked at them: their pictures come from there now. A page that is not in its list was deleted on another phone. */
const dropLookedAt = (applicationId: string) => {
  const checking = new Set(
    pagesOf(applicationId)
      .filter(({ state }) => state === 'checking')
      .map(({ uploadKey }) => uploadKey),
  )
  itemsOf(applicationId)
    .filter(({ key, state }) => state.kind === 'arrived' && !checking.has(key))
    .forEach(drop)
}

/** Deletes at the server what had arrived although it was removed on its way. */
const sweepRemoved = async (applicationId: string) => {
  for (const item of itemsOf(applicationId).filter(({ state }) => state.kind === 'removed')) {
    const arrived = pagesOf(applicationId).filter(({ uploadKey }) => uploadKey === item.key)
    const answers = await Promise.all(
      arrived.map(({ id }) =>
        call<undefined>({ method: 'DELETE', path: `/applications/${applicationId}/pages/${id}` }),
      ),
    )
    const away = answers.every((answer) => answer.ok || answer.failure.code === 'page-unknown')
    if (arrived.length > 0 && away) {
      setPages(applicationId, (pages) => pages.filter(({ uploadKey }) => uploadKey !== item.key))
      drop(item)
    } else if (arrived.length === 0 && item.tries >= looksForRemoved) drop(item)
    else step((queue) => withItem(queue, item.key, (now) => ({ ...now, tries: now.tries + 1 })))
  }
}

const isWaiting = (applicationId: string) =>
  itemsOf(applicationId).some(({ state }) => state.kind === 'arrived' || state.kind === 'removed') ||
  ((watched.get(applicationId) ?? 0) > 0 && pagesOf(applicationId).some(({ state }) => state === 'checking'))

const lookLater = (applicationId: string) => {
  clearTimeout(timers.get(applicationId))
  timers.delete(applicationId)
  if (!isInFront() || !isWaiting(applicationId)) return
  const before = looks.get(applicationId) ?? 0
  looks.set(applicationId, before + 1)
  timers.set(
    applicationId,
    setTimeout(() => void look(applicationId), lookAfter(before)),
  )
}

/** Asks the server for the papers now, tells it what waits to be told, and looks again while something is checked there. */
export const look = async (applicationId: string): Promise<void> => {
  const outcome = await loadPapers(applicationId)
  if (outcome === 'overtaken') return look(applicationId)
  if (outcome === 'loaded') {
    noticeArrived(applicationId)
    dropLookedAt(applicationId)
    await sweepRemoved(applicationId)
    syncTurns(applicationId)
    void syncOrders(applicationId)
  }
  lookLater(applicationId)
}

/** Something has just arrived or changed: the next looks are close together again. */
export const lookSoon = (applicationId: string) => {
  looks.delete(applicationId)
  lookLater(applicationId)
}

/** Of every application that the queue knows: after a start, or when the app is in front again. */
export const lookForAll = () =>
  new Set([...currentQueue().items.map(({ applicationId }) => applicationId), ...watched.keys()]).forEach(lookSoon)

/** While a page shows the papers. Returns its end. */
export const watchPapers = (applicationId: string) => {
  watched.set(applicationId, (watched.get(applicationId) ?? 0) + 1)
  return () => {
    const left = (watched.get(applicationId) ?? 1) - 1
    if (left > 0) watched.set(applicationId, left)
    else watched.delete(applicationId)
  }
}

export const stopLooking = () => {
  timers.forEach(clearTimeout)
  timers.clear()
  looks.clear()
}
