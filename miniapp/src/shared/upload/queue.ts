import type { Crop, PageView } from '@app/contract'
import type { FailureCode } from '../api/failure'
import type { FileKind } from '../device/picture/picked'
import type { RetryReason } from './types'

export type ItemState =
  /** Being made smaller and kept. */
  | { kind: 'preparing' }
  | { kind: 'waiting' }
  | { kind: 'sending' }
  | { kind: 'retry'; reason: RetryReason }
  /** Kept until the server has looked at it: so long its picture is the one on the phone. */
  | { kind: 'arrived' }
  | { kind: 'refused'; code: FailureCode; facts: Record<string, unknown> }
  | { kind: 'gone' }
  /** Deleted by the person while it was on its way: hidden, and deleted at the server should it have arrived. */
  | { kind: 'removed' }

/** One picked file on its way to the server. */
export interface QueueItem {
  /** `Idempotency-Key`: the same in every try, so that no file arrives twice. */
  key: string
  applicationId: string
  paper: string
  /** Where it lies on the phone; absent while `preparing`. */
  handle?: string
  /** False: the file ends with the app. */
  safe: boolean
  bytes: number
  kind: FileKind
  rotation: PageView['rotation']
  crop?: Crop
  /** Id of the page in whose place it comes. */
  replaces?: string
  /** A request was begun: it may have arrived although no answer came. */
  begun: boolean
  tries: number
  state: ItemState
}

/** Everything that this phone has to send, of one account. */
export interface Queue {
  account: string
  /** In the order in which they are sent. */
  items: readonly QueueItem[]
  /** By application and paper: the order of pages that the server is to get once all have arrived. Upload keys or page ids. */
  orders: Readonly<Record<string, readonly string[]>>
}

export const emptyQueue: Queue = { account: '', items: [], orders: {} }

export const isUnsent = ({ state: { kind } }: Pick<QueueItem, 'state'>) =>
  kind === 'preparing' || kind === 'waiting' || kind === 'sending' || kind === 'retry'

export const orderKey = (applicationId: string, paper: string) => `${applicationId} ${paper}`

/** The queue with one item changed; as it was where there is no such item (it was removed meanwhile). */
export const withItem = (queue: Queue, key: string, change: (item: QueueItem) => QueueItem): Queue => ({
  ...queue,
  items: queue.items.map((item) => (item.key === key ? change(item) : item)),
})

export const withState = (queue: Queue, key: string, state: ItemState) =>
  withItem(queue, key, (item) => ({ ...item, state }))

export const without = (queue: Queue, key: string): Queue => ({
  ...queue,
  items: queue.items.filter((item) => item.key !== key),
})

/** Adds items at the end, or right after another where they take its place in the order of sending. */
export const withAdded = (queue: Queue, added: readonly QueueItem[]): Queue => ({
  ...queue,
  items: [...queue.items, ...added],
})

export const withOrder = (queue: Queue, at: string, order: readonly string[] | undefined): Queue => {
  const { [at]: _before, ...rest } = queue.orders
  return { ...queue, orders: order ? { ...rest, [at]: order } : rest }
}

/** The items that may be sent now, first come first served. */
export const nextToSend = ({ items }: Queue, atOnce: number) => {
  const free = atOnce - items.filter(({ state }) => state.kind === 'sending').length
  return items.filter(({ state }) => state.kind === 'waiting').slice(0, Math.max(0, free))
}

/** Everything that waits for its next try, tried now. */
export const wakened = (queue: Queue): Queue => ({
  ...queue,
  items: queue.items.map((item) => (item.state.kind === 'retry' ? { ...item, state: { kind: 'waiting' } } : item)),
})

/** After the app was closed: what was on its way starts again, under its key; what was not kept yet is gone. */
const afterClosing = (item: QueueItem): QueueItem => {
  const { kind } = item.state
  if (kind === 'preparing') return { ...item, state: { kind: 'gone' } }
  return kind === 'sending' || kind === 'retry' ? { ...item, state: { kind: 'waiting' } } : item
}

const isItem = (raw: unknown): raw is QueueItem =>
  typeof raw === 'object' && raw !== null && 'key' in raw && 'applicationId' in raw && 'paper' in raw && 'state' in raw

const isOrders = (raw: unknown): raw is Queue['orders'] =>
  typeof raw === 'object' && raw !== null && Object.values(raw).every(Array.isArray)

/** What an earlier run left on the phone. */
export const parseQueue = (raw: unknown): Queue => {
  if (typeof raw !== 'object' || raw === null || !('items' in raw) || !Array.isArray(raw.items)) return emptyQueue
  const account = 'account' in raw && typeof raw.account === 'string' ? raw.account : ''
  const orders = 'orders' in raw && isOrders(raw.orders) ? raw.orders : {}
  return { account, orders, items: raw.items.filter(isItem).map(afterClosing) }
}
