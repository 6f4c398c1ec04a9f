import type { PageView, UploadAnswer, UploadQuery } from '@app/contract'
import type { Failure } from '../api/failure'
import { failureOf } from '../api/send'
import { isOffline } from '../device/network'
import type { OnProgress, SendingFile, Sent } from '../device/transfer/sent'
import { renewToken, validToken } from '../session/session'
import { patienceFor } from './pace'
import type { QueueItem } from './queue'
import { timedSend } from './timed-send'
import type { RetryReason } from './types'

/** What became of one try. `hopeless`: the next try is hardly better. */
export type Tried =
  | { kind: 'arrived'; pages: PageView[] }
  | { kind: 'refused'; failure: Failure }
  | { kind: 'retry'; reason: RetryReason; hopeless?: true }
  | { kind: 'gone' }
  /** By `abort`: whether it has arrived is unknown. */
  | { kind: 'aborted' }

const retry = (reason: RetryReason): Tried => ({ kind: 'retry', reason })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isAnswer = (body: unknown): body is UploadAnswer =>
  typeof body === 'object' && body !== null && 'pages' in body && Array.isArray(body.pages)

const passing = new Set([408, 425, 429])

/** An answer that is not ours (the login page of a hotel, a gateway) says nothing about the file, but for its size. */
const judge = (status: number, text: string): Tried => {
  const body = parsed(text)
  if (status < 300 && isAnswer(body)) return { kind: 'arrived', pages: body.pages }
  if (status >= 500 || passing.has(status)) return retry('busy')
  const failure = failureOf(body)
  if (failure && status >= 400) return { kind: 'refused', failure }
  return status === 413 ? { kind: 'refused', failure: { code: 'file-too-large', facts: {} } } : retry('connection')
}

const lost = async (how: (Sent & { kind: 'lost' })['how']): Promise<Tried> => {
  if (how === 'aborted') return { kind: 'aborted' }
  if (how === 'not-allowed') return { kind: 'retry', reason: 'connection', hopeless: true }
  if (how === 'interrupted' || how === 'slow') return retry(how)
  return retry((await isOffline()) ? 'offline' : 'connection')
}

/** Phones call some broken connections an abort too (“Software caused connection abort”): those are tried again. */
const meaning = (sent: Sent, abortedByUs: boolean): Tried | Promise<Tried> => {
  if (sent.kind === 'gone') return sent
  if (sent.kind === 'answer') return judge(sent.status, sent.text)
  return lost(sent.how === 'aborted' && !abortedByUs ? 'connection' : sent.how)
}

const withoutToken = ({ code }: Failure): Tried => {
  if (code === 'sign-in-needed') return retry('sign-in-needed')
  return retry(code === 'offline' ? 'offline' : code === 'timeout' ? 'slow' : 'connection')
}

/** At most six decimals are taken; rounded down, so that the part never leaves the picture. */
const fraction = (share: number) => (Math.floor(Math.max(0, share) * 1_000_000) / 1_000_000).toFixed(6)

const query = ({ paper, rotation, crop, replaces }: QueueItem) => {
  const asked: UploadQuery = {
    paper,
    ...(rotation === 0 ? {} : { rotation: String(rotation) }),
    ...(crop ? { crop: [crop.x, crop.y, crop.width, crop.height].map(fraction).join() } : {}),
    ...(replaces === undefined ? {} : { replaces }),
  }
  return Object.entries(asked)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
}

const isOver = (sent: Sent) => {
  const code = sent.kind === 'answer' && sent.status === 401 ? failureOf(parsed(sent.text))?.code : undefined
  return code === 'session-expired' || code === 'session-missing'
}

export interface Uploading {
  /** Never rejects. */
  done: Promise<Tried>
  abort: () => void
}

/** One try to send one file: signs in where it has to, gives up by its own timers. */
export const upload = (item: QueueItem, handle: string, atOnce: number, tell: OnProgress): Uploading => {
  const patience = patienceFor(item.bytes, atOnce)
  const url = `${API_BASE}/api/v1/applications/${item.applicationId}/pages?${query(item)}`
  let task: SendingFile | undefined
  let aborted = false
  const send = (token: string) => {
    const header = { authorization: `Bearer ${token}`, 'idempotency-key': item.key, accept: 'application/json' }
    task = timedSend({ handle, url, header, patience }, tell)
    return task.done
  }
  const run = async (): Promise<Tried> => {
    const token = await validToken()
    if (aborted) return { kind: 'aborted' }
    if (!token.ok) return withoutToken(token.failure)
    const first = await send(token.body)
    if (aborted || !isOver(first)) return meaning(first, aborted)
    const renewed = await renewToken(token.body)
    if (aborted) return { kind: 'aborted' }
    if (!renewed.ok) return withoutToken(renewed.failure)
    const second = await send(renewed.body)
    return meaning(second, aborted)
  }
  const abort = () => {
    aborted = true
    task?.abort()
  }
  return { done: run(), abort }
}
