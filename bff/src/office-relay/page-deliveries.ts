import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { Injectable, Logger } from '@nestjs/common'
import { OfficeDoor } from '../applications/office-door'
import { type MasterCopy, PageSources } from '../applications/papers/page-source'
import { Transactions } from '../platform/database/transaction'
import { OfficeClient, type OfficeResult } from '../platform/office/office-client'
import type { Delivery, Message } from '../platform/outbox/outbox-handlers'
import { ObjectStore, StoreUnavailable } from '../platform/storage/object-store'
import { isRecord, parsed, refusalOf } from './answers'
import { Attempts } from './attempts'

/** As for any message, and longer for a large page: 500 kB a second at least. */
const timeoutOf = (bytes: Buffer): number => 10_000 + Math.ceil(bytes.length / 500)

/** Brings the bytes of one page to the record that lists it. A repeat is the same to the byte. */
@Injectable()
export class PageDeliveries {
  private readonly logger = new Logger('office-relay')

  constructor(
    private readonly transactions: Transactions,
    private readonly door: OfficeDoor,
    private readonly pages: PageSources,
    private readonly store: ObjectStore,
    private readonly office: OfficeClient,
    private readonly attempts: Attempts,
  ) {}

  async deliver(message: Message): Promise<Delivery> {
    const { applicationId, pageId } = pageOf(message.payload)
    const [row, master] = await this.transactions.read((manager) =>
      Promise.all([this.door.find(manager, applicationId), this.pages.get().masterOf(manager, pageId)]),
    )
    if (!row?.recordNo) return { kind: 'retry', reason: 'the office has not confirmed the application yet' }
    // It was made before it was listed: replaced and swept since, so that no list names it any more.
    if (!master) return { kind: 'done' }
    const bytes = await this.bytesOf(master)
    if (bytes === 'away') return { kind: 'retry', reason: 'the page store is away' }
    if (!bytes || digestOf(bytes, 'hex') !== master.sha256) {
      this.logger.error({ message: message.id, page: pageId }, 'the bytes of a page are not there')
      return { kind: 'failed', reason: 'the bytes of the page are not there' }
    }
    const { key } = await this.attempts.current(message.id)
    const result = await this.office.send({
      method: 'PUT',
      path: `/v1/applications/${row.recordNo}/documents/${pageId}`,
      body: bytes,
      headers: { 'content-type': master.mediaType, 'content-digest': `sha-256=:${digestOf(bytes, 'base64')}:` },
      idempotencyKey: key,
      timeoutMilliseconds: timeoutOf(bytes),
    })
    return this.settled(message, { id: pageId, sha256: master.sha256 }, result)
  }

  private async bytesOf({ object }: MasterCopy): Promise<Buffer | 'away' | undefined> {
    try {
      const content = await this.store.open(object)
      return content && (await buffer(content))
    } catch (error) {
      if (error instanceof StoreUnavailable) return 'away'
      throw error
    }
  }

  private async settled(message: Message, page: SentPage, result: OfficeResult): Promise<Delivery> {
    if (result.kind !== 'answer') return { kind: 'retry', reason: `${result.kind}: ${result.reason}` }
    const { status, body } = result
    if (status === 200 || status === 201) {
      return isReceiptOf(page, body) ? { kind: 'done' } : { kind: 'retry', reason: 'the receipt cannot be read' }
    }
    // 401: our key or clock; 429 and 5xx: theirs. All of them pass.
    if (status === 401 || status === 429 || status >= 500) return { kind: 'retry', reason: `status ${status}` }
    return this.refused(message, page, refusalOf(body)?.code ?? `status ${status}`)
  }

  private async refused(message: Message, { id }: SentPage, code: string): Promise<Delivery> {
    // The list that named it was overtaken: the next one that names it brings it along.
    if (code === 'page-not-listed') {
      this.logger.warn({ message: message.id, page: id }, 'the office does not list a page')
      return { kind: 'done', apply: (manager) => this.pages.get().takeBack(manager, id) }
    }
    if (message.attempt === 1 || message.attempt % 10 === 0) {
      this.logger.error({ message: message.id, page: id, code, attempt: message.attempt }, 'the office refuses a page')
    }
    if (!passing.includes(code)) return { kind: 'failed', reason: code }
    await this.attempts.refused(message.id)
    return { kind: 'retry', reason: code }
  }
}

/** As for any message: what stands in the office's record may change, or come back. */
const passing: readonly string[] = ['idempotency-conflict', 'not-possible-now', 'not-found']

interface SentPage {
  id: string
  sha256: string
}

/** Only the office's own word for these bytes says that it has them. */
function isReceiptOf({ id, sha256 }: SentPage, body: Buffer): boolean {
  const receipt = parsed(body)
  return isRecord(receipt) && receipt.id === id && receipt.sha256 === sha256
}

const digestOf = (bytes: Buffer, encoding: 'hex' | 'base64'): string =>
  createHash('sha256').update(bytes).digest(encoding)

function pageOf(payload: unknown): { applicationId: string; pageId: string } {
  if (!isRecord(payload)) throw new Error('a page without its ids')
  const { applicationId, pageId } = payload
  if (typeof applicationId !== 'string' || typeof pageId !== 'string') throw new Error('a message of another shape')
  return { applicationId, pageId }
}
