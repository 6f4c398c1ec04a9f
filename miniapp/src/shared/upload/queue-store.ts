import { tokens } from '../session/tokens'
import { stored } from '../storage/stored'
import { emptyQueue, parseQueue, type Queue, type QueueItem } from './queue'
import { changed } from './watch'

const file = stored('uploads', parseQueue)
/** 0-100 by key; not stored: it changes too often. */
const percents = new Map<string, number>()
let written = true

/** Whose queue may be shown and sent now; undefined: nobody is signed in. */
const signedIn = () => tokens.get()?.account.id

/** The whole queue, whoever it belongs to. */
export const storedQueue = file.get

/**
 * The queue of the person who is signed in; that of another account is neither shown nor sent. While a session is over it stays the one
 * of who was signed in before: signing out takes it off the phone.
 */
export const currentQueue = (): Queue => {
  const queue = file.get()
  const me = signedIn()
  return me === undefined || queue.account === me
    ? queue
    : { ...(queue.account === '' ? queue : emptyQueue), account: me }
}

export const itemOf = (key: string): QueueItem | undefined => currentQueue().items.find((item) => item.key === key)

/** One step of the queue, kept on the phone at once. */
export const step = (change: (queue: Queue) => Queue) => {
  const before = currentQueue()
  const after = change(before)
  if (after === before) return
  written = file.set(after)
  changed()
}

/** False: the phone takes nothing more, the queue ends with the app. */
export const isWritten = () => written

export const percentOf = (key: string) => percents.get(key) ?? 0

export const setPercent = (key: string, percent: number) => {
  percents.set(key, Math.max(0, Math.min(100, Math.round(percent))))
  changed()
}

export const clearPercent = (key: string) => percents.delete(key)

export const clearQueue = () => {
  percents.clear()
  file.clear()
  changed()
}
