import { call, newKey } from '../api/api'
import type { PickedFile } from '../device/picture/picked'
import { abort, pump, wake } from './driver'
import { look, lookSoon } from './look'
import { syncOrder } from './order'
import { pagesOf, setPages } from './papers-store'
import { discard, prepared } from './prepare'
import { isUnsent, orderKey, type QueueItem, withAdded, withItem, without, withOrder, withState } from './queue'
import { itemOf, step } from './queue-store'
import { turnPage, wantedRotation } from './turn'
import type { AddOptions, Outcome } from './types'
import { changed } from './watch'

const done: Outcome = { ok: true, status: 200, body: undefined }

/** Pages that are being deleted at the server: no longer shown. */
const hidden = new Set<string>()
export const hiddenPages = (): ReadonlySet<string> => hidden

interface Place {
  applicationId: string
  paper: string
  /** Ids as shown now, in their order. */
  ids: readonly string[]
}

const newItem = ({ applicationId, paper }: Place, { bytes, kind }: PickedFile, options: AddOptions): QueueItem => ({
  key: newKey(),
  applicationId,
  paper,
  safe: false,
  bytes,
  kind,
  rotation: options.rotation ?? 0,
  ...(options.crop ? { crop: options.crop } : {}),
  begun: false,
  tries: 0,
  state: { kind: 'preparing' },
})

const prepare = async (item: QueueItem, file: PickedFile) => {
  const ready = await prepared(item, file)
  // removed while it was made smaller
  if (itemOf(item.key)?.state.kind !== 'preparing')
    return discard(ready.handle === undefined ? {} : { handle: ready.handle })
  step((queue) => withItem(queue, item.key, (now) => ({ ...now, ...ready })))
  pump()
}

/** It could not be made ready: to be taken again. The files behind it go on. */
const isLost = (key: string) => {
  if (itemOf(key)?.state.kind === 'preparing') step((queue) => withState(queue, key, { kind: 'gone' }))
}

/** One after the other: a phone holds one large picture at a time. */
let preparing = Promise.resolve()
const queueUp = (items: readonly QueueItem[], files: readonly PickedFile[]) =>
  items.forEach((item, at) => {
    const file = files[at]
    if (file) preparing = preparing.then(() => prepare(item, file)).catch(() => isLost(item.key))
  })

/** Queues files at the end of a paper. The person sees them at once. */
export const addFiles = (place: Place, files: readonly PickedFile[], options: AddOptions = {}) => {
  const items = files.map((file) => newItem(place, file, options))
  const order = [...place.ids, ...items.map(({ key }) => key)]
  step((queue) => withOrder(withAdded(queue, items), orderKey(place.applicationId, place.paper), order))
  queueUp(items, files)
}

/** The item or page that was `id` is taken again: the first file comes in its place. */
export const replaceWith = (place: Place, id: string, files: readonly PickedFile[], options: AddOptions = {}) => {
  const old = itemOf(id)
  const page = pageOf(place.applicationId, id)
  const items = files.map((file) => newItem(place, file, options))
  const [first] = items
  if (!first) return
  const replaces = page?.id ?? old?.replaces
  if (replaces !== undefined) first.replaces = replaces
  const keys = items.map(({ key }) => key)
  // the old one keeps its place, should the new one be removed before it has arrived
  const order = place.ids.flatMap((each) => (each === id ? [id, ...keys] : [each]))
  step((queue) => withOrder(withAdded(queue, items), orderKey(place.applicationId, place.paper), order))
  if (old && !page) void removeItem(old)
  queueUp(items, files)
}

/** The page behind a shown id: its own id, or the key of the file that brought it. */
const pageOf = (applicationId: string, id: string) => {
  const pages = pagesOf(applicationId)
  return pages.find((page) => page.id === id) ?? pages.find(({ uploadKey }) => uploadKey === id)
}

const removeItem = async (item: QueueItem): Promise<Outcome> => {
  const { key, applicationId } = item
  abort(key)
  discard(item)
  if (!item.begun) {
    step((queue) => without(queue, key))
    return done
  }
  step((queue) =>
    withItem(queue, key, ({ handle: _handle, ...now }) => ({ ...now, tries: 0, state: { kind: 'removed' } })),
  )
  pump()
  await look(applicationId)
  return done
}

const removePage = async (applicationId: string, id: string): Promise<Outcome> => {
  hidden.add(id)
  changed()
  const answer = await call<undefined>({ method: 'DELETE', path: `/applications/${applicationId}/pages/${id}` })
  const away = answer.ok || answer.failure.code === 'page-unknown'
  if (away) setPages(applicationId, (pages) => pages.filter((page) => page.id !== id))
  hidden.delete(id)
  changed()
  lookSoon(applicationId)
  if (away) void look(applicationId)
  return answer.ok || away ? done : answer
}

export const removeShown = async (applicationId: string, id: string): Promise<Outcome> => {
  const page = pageOf(applicationId, id)
  const item = itemOf(id)
  if (page) {
    if (item) discard(item)
    if (item) step((queue) => without(queue, item.key))
    return removePage(applicationId, page.id)
  }
  return item ? removeItem(item) : done
}

export const rotateShown = async (applicationId: string, id: string): Promise<Outcome> => {
  const page = pageOf(applicationId, id)
  const next = (rotation: number) => ([1, 2, 3, 0] as const)[rotation] ?? 0
  if (page) {
    const outcome = turnPage(applicationId, page.id, next(wantedRotation(page.id) ?? page.rotation))
    lookSoon(applicationId)
    return outcome
  }
  step((queue) => withItem(queue, id, (item) => ({ ...item, rotation: next(item.rotation) })))
  return done
}

export const reorderShown = async ({ applicationId, paper }: Place, ids: readonly string[]): Promise<Outcome> => {
  step((queue) => withOrder(queue, orderKey(applicationId, paper), ids))
  return syncOrder(applicationId, paper)
}

/** Sends again now. */
export const retryShown = (id: string) => {
  const item = itemOf(id)
  if (!item || (!isUnsent(item) && item.state.kind !== 'refused')) return
  if (item.state.kind === 'refused') step((queue) => withState(queue, id, { kind: 'waiting' }))
  wake()
}
