import type { StorageSettings } from '../../platform/storage/open-store'
import { PictureChild } from './picture-child'
import type { PictureJob, PictureResult } from './picture-job'
import { Turnstile } from './turnstile'

const seconds = 1000
/** How long a page may take. Wasm holds up the process meanwhile, so nothing else is in hand then. */
const usualLimits = { light: 45 * seconds, heavy: 90 * seconds }

/** Gives jobs to the picture process: two at once, but a HEIC, a PDF or a picture under suspicion alone. */
export class PictureMaker {
  private readonly turnstile = new Turnstile()
  private readonly children = new Set<PictureChild>()
  private current: PictureChild | undefined
  /** Pages that were in hand when a process ended: tried alone, so that it shows which one ends it. */
  private readonly suspects = new Set<string>()

  constructor(
    private readonly storage: StorageSettings,
    private readonly limits = usualLimits,
  ) {}

  get pid(): number | undefined {
    return this.current?.pid
  }

  /** Jobs that a process works on now. */
  get inHand(): number {
    return [...this.children].reduce((sum, child) => sum + child.inHand, 0)
  }

  /** Never rejects. */
  async make(job: PictureJob): Promise<PictureResult> {
    const heavy = isHeavy(job)
    const alone = heavy || this.suspects.has(job.id)
    const result = await this.turnstile.pass(alone, () =>
      this.child().make(job, heavy ? this.limits.heavy : this.limits.light),
    )
    if (result.kind === 'failed' && result.because === 'process') this.suspects.add(job.id)
    else this.suspects.delete(job.id)
    return result
  }

  /** Ends every process, once what is in hand is done. */
  async close(): Promise<void> {
    this.current = undefined
    await Promise.all([...this.children].map((child) => child.retire()))
  }

  private child(): PictureChild {
    if (this.current && !this.current.spent) return this.current
    const child = new PictureChild(this.storage)
    this.children.add(child)
    void child.gone.then(() => this.children.delete(child))
    this.current = child
    return child
  }
}

const isHeavy = ({ source }: PictureJob): boolean => /pdf|hei[cf]/.test(source.mediaType)
