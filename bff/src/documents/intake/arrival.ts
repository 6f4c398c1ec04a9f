import { createHash, randomBytes, type Hash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Injectable } from '@nestjs/common'
import { AppError } from '../../platform/errors/app-error'
import { ObjectStore, StoreUnavailable } from '../../platform/storage/object-store'
import { CountedPdf } from './counted-pdf'
import type { FileKind } from './file-kind'
import { firstHead, judgeHead, longestHead } from './judge-head'
import { pageLimits } from './limits'

/** A file that came whole, and lies in the store. */
export interface Arrived {
  object: string
  kind: FileKind
  sha256: string
  bytes: number
  /** 1 but for a PDF. */
  pages: number
}

/** The file as it comes; `truncated` once it went over the limit. */
export type FileStream = Readable & { truncated?: boolean }

/** Takes in one file: its beginning is judged before anything is kept, then it flows into the store. Nothing is decoded. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly store: ObjectStore,
    private readonly pdfs: CountedPdf,
  ) {}

  /**
   * @throws AppError `file-empty`, `file-kind-unknown`, `file-broken`, `picture-too-large`, `picture-too-small`, `file-too-large`, `pdf-locked`,
   * `pdf-too-many-pages`, `store-unavailable`; then nothing is kept
   */
  async take(file: FileStream): Promise<Arrived> {
    const tally = { hash: createHash('sha256'), bytes: 0 }
    const chunks = file.iterator({ destroyOnReturn: false })
    const { head, kind } = await judged(chunks)
    const object = `originals/${randomBytes(16).toString('hex')}`
    try {
      await this.keep(object, kind, Readable.from(following(head, chunks, tally), { objectMode: false }))
      if (file.truncated) throw new AppError('file-too-large', { limitBytes: pageLimits.fileBytes })
      const pages = kind === 'application/pdf' ? await this.pdfs.pagesOf(() => this.whole(object)) : 1
      return { object, kind, sha256: tally.hash.digest('hex'), bytes: tally.bytes, pages }
    } catch (error) {
      await this.forget(object)
      throw error
    }
  }

  /** What cannot be removed now, the sweeping job finds. */
  async forget(object: string): Promise<void> {
    await this.store.remove(object).catch(() => undefined)
  }

  private async keep(object: string, mediaType: string, content: Readable): Promise<void> {
    try {
      await this.store.put(object, content, { mediaType })
    } catch (error) {
      throw error instanceof StoreUnavailable ? new AppError('store-unavailable') : error
    }
  }

  /** Whatever goes wrong while reading is the store's. */
  private async whole(object: string): Promise<Buffer> {
    try {
      const content = await this.store.open(object)
      if (!content) throw new StoreUnavailable('what was just kept is not there')
      return await buffer(content)
    } catch {
      throw new AppError('store-unavailable')
    }
  }
}

type Chunks = AsyncIterator<unknown>

async function judged(chunks: Chunks): Promise<{ head: Buffer; kind: FileKind }> {
  let head: Buffer = Buffer.alloc(0)
  let enough = firstHead
  for (;;) {
    const more = await readTo(enough, head, chunks)
    const whole = more.length < enough || enough >= longestHead
    const kind = judgeHead(more, whole)
    if (kind !== undefined) return { head: more, kind }
    head = more
    enough = longestHead
  }
}

async function readTo(length: number, before: Buffer, chunks: Chunks): Promise<Buffer> {
  const parts = [before]
  for (let bytes = before.length; bytes < length;) {
    const chunk: unknown = (await chunks.next()).value
    if (!(chunk instanceof Uint8Array)) break
    parts.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    bytes += chunk.length
  }
  return Buffer.concat(parts)
}

async function* following(head: Buffer, chunks: Chunks, tally: { hash: Hash; bytes: number }): AsyncGenerator<Buffer> {
  for (let chunk: unknown = head; chunk instanceof Uint8Array; chunk = (await chunks.next()).value) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    tally.hash.update(bytes)
    tally.bytes += bytes.length
    yield bytes
  }
}
