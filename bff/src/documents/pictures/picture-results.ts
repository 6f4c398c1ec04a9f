import { Injectable } from '@nestjs/common'
import { IsNull, Not, type EntityManager } from 'typeorm'
import type { PageHint, PageRefusal } from '../../contract'
import { Transactions } from '../../platform/database/transaction'
import { addSeconds, Clock } from '../../platform/time/clock'
import { looksAlike } from '../legibility/perceptual-hash'
import { PageRow } from '../rows/page-row'
import type { MadePicture, PictureJob, PictureResult } from './picture-job'

const tries = 3
/** Until the next try, in seconds. */
const wait = { store: 15, start: 15, picture: 5, process: 0 }

type Change = Partial<PageRow>

/** Objects that nothing refers to once the result is settled. */
export type Leftovers = string[]

/** Writes what became of a page. */
@Injectable()
export class PictureResults {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A page that was removed, turned or taken by another worker meanwhile is left as it is. */
  async settle(page: PageRow, job: PictureJob, result: PictureResult): Promise<Leftovers> {
    const { id, version } = page
    const copies = Object.values(job.into)
    return this.transactions.run(async (manager) => {
      const change = await this.changeFor(manager, page, job, result)
      const free = { ...change, version: version + 1 }
      const { affected } = await manager.update(PageRow, { id, version, removedAt: IsNull() }, free)
      if (affected !== 1) return copies
      return 'state' in change ? replaced(manager, page) : []
    })
  }

  private async changeFor(
    manager: EntityManager,
    page: PageRow,
    job: PictureJob,
    result: PictureResult,
  ): Promise<Change> {
    if (result.kind === 'made') return this.made(manager, page, job, result.made)
    if (result.kind === 'refused') return this.refused(result.refusal)
    if (result.because === 'picture' && page.attempts >= tries) return this.refused('unreadable-file')
    const attempts = result.because === 'picture' ? page.attempts : page.attempts - 1
    return { attempts, leaseUntil: addSeconds(this.clock.now(), wait[result.because]) }
  }

  private refused(refusal: PageRefusal): Change {
    return { state: 'refused', refusal, hints: [], ...this.done(), ...noCopies }
  }

  private async made(manager: EntityManager, page: PageRow, job: PictureJob, made: MadePicture): Promise<Change> {
    const codes: PageHint[] = made.hints.map((code) => ({ code }))
    const hints = [...codes, ...(await duplicates(manager, page, made.perceptualHash))]
    return {
      state: hints.length > 0 ? 'usable-with-hints' : 'usable',
      hints,
      refusal: null,
      ...this.done(),
      madeRotation: page.rotation,
      masterObject: job.into.master,
      masterSha256: made.sha256,
      masterBytes: made.bytes,
      width: made.width,
      height: made.height,
      displayObject: job.into.display,
      thumbnailObject: job.into.thumbnail,
      perceptualHash: made.perceptualHash,
    }
  }

  private done() {
    return { originalObject: null, checkedAt: this.clock.now(), leaseUntil: null, attempts: 0 }
  }
}

const noCopies = {
  masterObject: null,
  masterSha256: null,
  masterBytes: null,
  width: null,
  height: null,
  displayObject: null,
  thumbnailObject: null,
  perceptualHash: null,
}

/** At most one: that to which it comes second. */
async function duplicates(manager: EntityManager, page: PageRow, hash: string): Promise<PageHint[]> {
  const { id, applicationId } = page
  const others = await manager.find(PageRow, {
    select: { id: true, perceptualHash: true },
    where: { applicationId, id: Not(id), removedAt: IsNull(), perceptualHash: Not(IsNull()) },
    order: { createdAt: 'ASC', position: 'ASC' },
  })
  const twin = others.find((other) => other.perceptualHash !== null && looksAlike(hash, other.perceptualHash))
  return twin ? [{ code: 'duplicate', otherPage: twin.id }] : []
}

/** The pages of a PDF share one original: the last of them leaves it behind. */
async function replaced(manager: EntityManager, page: PageRow): Promise<Leftovers> {
  const { originalObject } = page
  const isNeeded = originalObject !== null && (await manager.existsBy(PageRow, { originalObject }))
  const keys = [isNeeded ? null : originalObject, page.masterObject, page.displayObject, page.thumbnailObject]
  return keys.filter((key) => key !== null)
}
