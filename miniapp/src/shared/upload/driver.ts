import type { PageView } from '@app/contract'
import { longPause, mostAtOnce, pauseAfter } from './pace'
import { addPages } from './papers-store'
import { discard } from './prepare'
import { nextToSend, type QueueItem, wakened, withItem, withState } from './queue'
import { clearPercent, currentQueue, itemOf, setPercent, step } from './queue-store'
import { turnPage } from './turn'
import { type Tried, upload, type Uploading } from './upload-one'

/** Told after each item that has come to an end, with the application that it belongs to. */
type Ended = (applicationId: string) => void

const running = new Map<string, Uploading>()
const pauses = new Map<string, ReturnType<typeof setTimeout>>()
let atOnce = mostAtOnce
let inFront = true
let ended: Ended = () => undefined

export const onEnded = (tell: Ended) => {
  ended = tell
}

const clearPause = (key: string) => {
  clearTimeout(pauses.get(key))
  pauses.delete(key)
}

const pauseThenWait = (key: string, ms: number) => {
  clearPause(key)
  const wait = () => {
    pauses.delete(key)
    if (itemOf(key)?.state.kind === 'retry') step((queue) => withState(queue, key, { kind: 'waiting' }))
    pump()
  }
  pauses.set(key, setTimeout(wait, ms))
}

/** It is at the server; a turn that was asked for on the way is told now. */
export const arrive = (item: QueueItem, pages: readonly PageView[]) => {
  clearPause(item.key)
  step((queue) => withState(queue, item.key, { kind: 'arrived' }))
  const { rotation } = itemOf(item.key) ?? item
  pages
    .filter((page) => page.rotation !== rotation)
    .forEach((page) => void turnPage(item.applicationId, page.id, rotation))
}

/** What became of a try. An item that the person has removed meanwhile stays removed. */
const settle = (item: QueueItem, tried: Tried) => {
  const now = itemOf(item.key)
  if (now?.state.kind !== 'sending') return
  const become = (state: QueueItem['state']) => step((queue) => withState(queue, item.key, state))
  if (tried.kind === 'arrived') {
    atOnce = mostAtOnce
    addPages(item.applicationId, tried.pages, item.replaces)
    arrive(now, tried.pages)
  } else if (tried.kind === 'refused') {
    become({ kind: 'refused', ...tried.failure })
  } else if (tried.kind === 'gone') {
    discard(now)
    become({ kind: 'gone' })
  } else if (tried.kind === 'retry') {
    if (tried.reason === 'slow') atOnce = 1
    become({ kind: 'retry', reason: tried.reason })
    // signing in wakes it
    if (tried.reason !== 'sign-in-needed') pauseThenWait(item.key, tried.hopeless ? longPause : pauseAfter(now.tries))
  }
}

const start = (item: QueueItem, handle: string) => {
  const { key } = item
  step((queue) =>
    withItem(queue, key, (now) => ({ ...now, begun: true, tries: now.tries + 1, state: { kind: 'sending' } })),
  )
  setPercent(key, 0)
  const uploading = upload(item, handle, atOnce, (percent) => setPercent(key, percent))
  running.set(key, uploading)
  void uploading.done.then((tried) => {
    running.delete(key)
    clearPercent(key)
    settle(item, tried)
    ended(item.applicationId)
    pump()
  })
}

/** Sends what may be sent now: a few at once, only while the app is in front. */
export const pump = () => {
  if (!inFront) return
  nextToSend(currentQueue(), atOnce).forEach((item) => {
    if (item.handle === undefined) step((queue) => withState(queue, item.key, { kind: 'gone' }))
    else start(item, item.handle)
  })
}

/** Tries everything now that waits for its next try: there is a network again, the app is in front, somebody signed in, a tap. */
export const wake = () => {
  Array.from(pauses.keys()).forEach(clearPause)
  step((queue) => (queue.items.some(({ state }) => state.kind === 'retry') ? wakened(queue) : queue))
  pump()
}

export const setInFront = (now: boolean) => {
  inFront = now
  if (now) wake()
}

export const isInFront = () => inFront

/** Ends a try that is under way; true: there was one. */
export const abort = (key: string) => {
  clearPause(key)
  const uploading = running.get(key)
  uploading?.abort()
  return uploading !== undefined
}

export const abortAll = () => {
  Array.from(pauses.keys()).forEach(clearPause)
  running.forEach((uploading) => uploading.abort())
  atOnce = mostAtOnce
}
