import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { PageChanges } from '../../applications/papers/page-changes'
import type { Crop } from '../../contract'
import { isDuplicate, Transactions } from '../../platform/database/transaction'
import { AppError } from '../../platform/errors/app-error'
import { Consents } from '../../platform/privacy/consents'
import { Clock } from '../../platform/time/clock'
import { inOrder, removePage, rowsOf, type Placed } from '../page-book'
import { Pictures } from '../pictures/pictures'
import { PageRow } from '../rows/page-row'
import { Arrivals, type Arrived, type FileStream } from './arrival'
import { checkDay } from './daily-pages'
import type { UploadRequest } from './upload-request'

export interface Upload {
  /** Who sends it. */
  accountId: string
  applicationId: string
  /** The `Idempotency-Key`. */
  key: string
  request: UploadRequest
}

interface Kept {
  pages: Placed[]
  isNew: boolean
}

/** One picked file becomes rows in `checking`: one, or one for each page of a PDF. The same file under the same key is the same rows. */
@Injectable()
export class Uploads {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly changes: PageChanges,
    private readonly arrivals: Arrivals,
    private readonly pictures: Pictures,
    private readonly consents: Consents,
  ) {}

  /**
   * Answers the pages. Whether the paper is open is asked once, when the file is there: no answer reaches a phone before that.
   * @throws AppError those of Arrivals and PageChanges, `consent-needed`, `idempotency-key-reused`, `too-many-uploads`
   */
  async take(upload: Upload, file: FileStream): Promise<Placed[]> {
    await this.consents.demand(upload.accountId, 'sensitive-data')
    const arrived = await this.arrivals.take(file)
    try {
      const { pages, isNew } = await this.keepOnce(upload, arrived)
      if (isNew) this.pictures.nudge()
      else await this.arrivals.forget(arrived.object)
      return pages
    } catch (error) {
      // Of a commit whose outcome is unknown the rows may stand, and need the file: if they do not, the sweeping job finds it.
      if (error instanceof AppError) await this.arrivals.forget(arrived.object)
      throw error
    }
  }

  /** Two requests with the same key at once: the database lets one in, the other finds it. */
  private async keepOnce(upload: Upload, arrived: Arrived): Promise<Kept> {
    const keep = () => this.transactions.run((manager) => this.keep(manager, upload, arrived))
    try {
      return await keep()
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return keep()
    }
  }

  private async keep(manager: EntityManager, upload: Upload, arrived: Arrived): Promise<Kept> {
    const { applicationId, key: uploadKey, request } = upload
    const known = await manager.find(PageRow, { where: { applicationId, uploadKey }, order: { uploadPage: 'ASC' } })
    const [first] = known
    if (first) {
      if (!isSame(first, upload, arrived)) throw new AppError('idempotency-key-reused')
      return { pages: placed(await rowsOf(manager, applicationId), known), isNew: false }
    }
    await this.changes.check(manager, applicationId, { ...addition(request), count: arrived.pages })
    await checkDay(manager, applicationId, arrived.pages, this.clock.now())
    const before = (await rowsOf(manager, applicationId)).filter(({ paper }) => paper === request.paper)
    const replaced = before.find(({ id }) => id === request.replaces)
    if (replaced) await removePage(manager, replaced, this.clock.now())
    const stay = before.filter((row) => row !== replaced)
    const position = replaced?.position ?? Math.max(0, ...stay.map((row) => row.position)) + 1
    const rows = Array.from({ length: arrived.pages }, (_, page) => this.row(upload, arrived, page, position))
    await manager.insert(PageRow, rows)
    const behind = stay.filter((row) => row.position > position)
    const ahead = stay.filter((row) => row.position <= position)
    return { pages: placed([...ahead, ...rows, ...behind], rows), isNew: true }
  }

  private row({ applicationId, key, request }: Upload, arrived: Arrived, page: number, position: number): PageRow {
    const now = this.clock.now()
    return {
      id: randomUUID(),
      applicationId,
      paper: request.paper,
      position,
      uploadKey: key,
      uploadPage: page,
      uploadSha256: arrived.sha256,
      uploadBytes: arrived.bytes,
      uploadMediaType: arrived.kind,
      originalObject: arrived.object,
      crop: request.crop,
      rotation: request.rotation,
      replaces: request.replaces,
      createdAt: now,
      changedAt: now,
      ...unmade,
    }
  }
}

const unmade = {
  madeRotation: 0,
  state: 'checking',
  hints: null,
  refusal: null,
  masterObject: null,
  masterSha256: null,
  masterBytes: null,
  width: null,
  height: null,
  displayObject: null,
  thumbnailObject: null,
  perceptualHash: null,
  handedOverAt: null,
  removedAt: null,
  checkedAt: null,
  attempts: 0,
  leaseUntil: null,
  version: 1,
} as const

const addition = ({ paper, replaces }: UploadRequest) => ({
  kind: 'add' as const,
  paper,
  ...(replaces !== null && { replaces }),
})

/** A page that was turned since then is still the same upload. */
function isSame(row: PageRow, { request }: Upload, { sha256 }: Arrived): boolean {
  const { uploadSha256, paper, replaces, crop } = row
  const isSameWish = paper === request.paper && replaces === request.replaces && isSameCrop(crop, request.crop)
  return isSameWish && uploadSha256 === sha256
}

function isSameCrop(one: Crop | null, other: Crop | null): boolean {
  if (one === null || other === null) return one === other
  return (['x', 'y', 'width', 'height'] as const).every((side) => one[side] === other[side])
}

/** Those of the pages, each with its place in the paper; `all` in their order. */
function placed(all: PageRow[], pages: PageRow[]): Placed[] {
  const ids = new Set(pages.map(({ id }) => id))
  return inOrder(all).filter(({ row }) => ids.has(row.id))
}
