import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ObjectStore } from '../../platform/storage/object-store'
import { openStore, type StorageSettings } from '../../platform/storage/open-store'
import { prepareEngine } from './engine'
import { makePicture, refusalOf, type Copies } from './make-picture'
import type { PictureJob, PictureResult } from './picture-job'
import type { PictureAnswer, PictureOrder, PictureReady } from './picture-messages'

/*
 * The picture process: decodes what strangers sent, without database, secrets of the office or keys of fields. It gets the
 * store's settings by its environment and orders by IPC, and it ends with its parent.
 */

/** Wasm never gives memory back, and libvips little of it. */
const wornBytes = 400 * 1024 * 1024
const wornOrders = 500

let orders = 0
let broken = false

async function carryOut(store: ObjectStore, job: PictureJob): Promise<PictureResult> {
  const { id } = job
  try {
    const source = await store.open(job.source.object)
    if (!source) return { id, kind: 'refused', refusal: 'unreadable-file', reason: 'the store has no such object' }
    const copies = await copiesOf(await buffer(source), job)
    if ('kind' in copies) return copies
    await keep(store, copies, job.into)
    return { id, kind: 'made', made: copies.made }
  } catch (error) {
    return { id, kind: 'failed', because: 'store', reason: String(error) }
  }
}

async function copiesOf(file: Buffer, job: PictureJob): Promise<Copies | PictureResult> {
  try {
    return await makePicture(file, job)
  } catch (error) {
    const refused = refusalOf(error)
    broken ||= refused.cause instanceof Error && refused.cause.name === 'RuntimeError'
    return { id: job.id, kind: 'refused', refusal: refused.refusal, reason: String(refused.cause ?? refused.message) }
  }
}

async function keep(store: ObjectStore, copies: Copies, into: PictureJob['into']): Promise<void> {
  const names = ['master', 'display', 'thumbnail'] as const
  try {
    for (const name of names) await store.put(into[name], Readable.from([copies[name]]), { mediaType: 'image/jpeg' })
  } catch (error) {
    for (const name of names) await store.remove(into[name]).catch(() => undefined)
    throw error
  }
}

async function answer(store: ObjectStore, { number, job }: PictureOrder): Promise<void> {
  orders += 1
  const result = await carryOut(store, job)
  const worn = broken || orders >= wornOrders || process.memoryUsage.rss() > wornBytes
  const said: PictureAnswer = { number, result, worn }
  process.send?.(said)
}

function listen(): void {
  prepareEngine()
  const settings: StorageSettings = JSON.parse(process.env.PICTURE_STORE ?? '')
  const store = openStore(settings)
  process.on('message', (order: PictureOrder) => void answer(store, order))
  const ready: PictureReady = { ready: true }
  process.send?.(ready)
  process.once('disconnect', () => process.exit(0))
  // A terminal or a service manager signals the whole group: the parent lets what is in hand be finished, then disconnects.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
}

listen()
