import { randomBytes } from 'node:crypto'
import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { PhotoAsked } from '../../applications/papers/photo-asked'
import { Loop } from '../../platform/jobs/loop'
import { Settings } from '../../platform/settings/settings'
import { ObjectStore } from '../../platform/storage/object-store'
import { beijingDay, Clock } from '../../platform/time/clock'
import type { PageRow } from '../rows/page-row'
import { PictureClaims } from './picture-claims'
import type { PictureJob } from './picture-job'
import { PictureMaker } from './picture-maker'
import { PictureResults } from './picture-results'

/** As many as the picture process takes in hand. */
const atOnce = 2

/** Makes pages of what was uploaded or turned: two at once, in a process of its own. */
@Injectable()
export class Pictures implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('pictures')
  private readonly maker: PictureMaker

  constructor(
    private readonly claims: PictureClaims,
    private readonly results: PictureResults,
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly loop: Loop,
    private readonly photoAsked: PhotoAsked,
    settings: Settings,
  ) {
    this.maker = new PictureMaker(settings.storage)
  }

  onModuleInit(): void {
    this.loop.beginBy(() => this.claims.takeOver())
    for (let lane = 0; lane < atOnce; lane += 1) this.loop.turnToo(() => this.makeOne())
  }

  /** The loop lets the last page be finished first. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop()
    await this.maker.close()
  }

  /** Id of the picture process; absent before the first page. */
  get processId(): number | undefined {
    return this.maker.pid
  }

  /** Pages that it works on now. */
  get inHand(): number {
    return this.maker.inHand
  }

  /** A page has come: the loop of this process need not wait until it looks again. */
  nudge(): void {
    this.loop.nudge()
  }

  /** Makes pages until none is due. */
  async drain(): Promise<void> {
    const lane = async (): Promise<void> => {
      while (await this.makeOne());
    }
    await Promise.all(Array.from({ length: atOnce }, lane))
  }

  /** Answers whether there was one. */
  async makeOne(): Promise<boolean> {
    const page = await this.claims.take()
    if (!page) return false
    const job = await this.jobFor(page)
    const result = await this.maker.make(job)
    if (result.kind !== 'made') this.logger.warn({ page: page.id, result }, 'a page could not be made')
    await this.sweep(await this.results.settle(page, job, result))
    return true
  }

  private async jobFor(page: PageRow): Promise<PictureJob> {
    const photo = page.paper === 'photo' ? await this.photoAsked.current() : undefined
    const folder = `pages/${randomBytes(16).toString('hex')}`
    return {
      id: page.id,
      ...sourceOf(page),
      ...(photo && { photo }),
      stampedOn: beijingDay(this.clock.now()),
      into: { master: `${folder}/master`, display: `${folder}/display`, thumbnail: `${folder}/thumbnail` },
    }
  }

  /** What cannot be removed now, the sweeping job finds later. */
  private async sweep(keys: string[]): Promise<void> {
    for (const key of keys) {
      try {
        await this.store.remove(key)
      } catch (error) {
        this.logger.warn({ err: error }, 'an object that is no longer needed could not be removed')
      }
    }
  }
}

/** From the file that came; once that is made a page and deleted, from the master. */
function sourceOf(page: PageRow): Pick<PictureJob, 'source' | 'turn' | 'crop'> {
  const { originalObject, masterObject, uploadMediaType, uploadPage, crop, rotation, madeRotation } = page
  if (originalObject === null) {
    const source = { object: masterObject ?? '', mediaType: 'image/jpeg' }
    return { source, turn: quarterTurns[(rotation - madeRotation + 4) % 4] ?? 0 }
  }
  const pdf = uploadMediaType === 'application/pdf' && { pdfPage: uploadPage }
  const source = { object: originalObject, mediaType: uploadMediaType, ...pdf }
  return { source, turn: rotation, ...(crop && { crop }) }
}

const quarterTurns = [0, 1, 2, 3] as const
