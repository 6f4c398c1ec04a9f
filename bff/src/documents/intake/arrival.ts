import { createHash, randomBytes } from 'node:crypto'
import { type Readable, Transform, type TransformCallback } from 'node:stream'
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
    const { head, kind } = await judged(file)
    const object = `originals/${randomBytes(16).toString('hex')}`
    const tally = new Tally()
    try {
      await this.keep(object, kind, following(head, file, tally))
      if (file.truncated) throw new AppError('file-too-large', { limitBytes: pageLimits.fileBytes })
      const pages = kind === 'application/pdf' ? await this.pdfs.pagesOf(() => this.whole(object)) : 1
      return { object, kind, sha256: tally.digest(), bytes: tally.bytes, pages }
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

/** Counts and hashes what passes. */
class Tally extends Transform {
  bytes = 0
  private readonly hash = createHash('sha256')

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length
    this.hash.update(chunk)
    done(null, chunk)
  }

  digest(): string {
    return this.hash.digest('hex')
  }
}

/** All of the file from its beginning on, counted. What breaks on the sender's side breaks the tally, so that the store lets go. */
function following(head: Buffer, file: FileStream, tally: Tally): Readable {
  tally.write(head)
  if (file.errored) return tally.destroy(file.errored)
  if (file.readableEnded) return tally.end()
  file.once('error', (error) => tally.destroy(error))
  return file.pipe(tally)
}

async function judged(file: FileStream): Promise<{ head: Buffer; kind: FileKind }> {
  const chunks: AsyncIterator<unknown> = file.iterator({ destroyOnReturn: false })
  let head: Buffer = Buffer.alloc(0)
  for (const enough of [firstHead, longestHead]) {
    head = await readTo(enough, head, chunks)
    const kind = judgeHead(head, head.length < enough || enough === longestHead)
    if (kind === undefined) continue
    await chunks.return?.()
    return { head, kind }
  }
  throw new AppError('file-broken')
}

async function readTo(length: number, before: Buffer, chunks: AsyncIterator<unknown>): Promise<Buffer> {
  const parts = [before]
  for (let bytes = before.length; bytes < length;) {
    const chunk: unknown = (await chunks.next()).value
    if (!(chunk instanceof Uint8Array)) break
    parts.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    bytes += chunk.length
  }
  return Buffer.concat(parts)
}
