import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { StorageSettings } from '../../platform/storage/open-store'
import type { PictureJob, PictureResult } from './picture-job'
import type { PictureAnswer, PictureOrder, PictureReady } from './picture-messages'

interface Waiting {
  job: PictureJob
  answer(result: PictureResult): void
  alarm: NodeJS.Timeout
}

/** One picture process as its parent sees it. It is forked by the first job. */
export class PictureChild {
  private readonly process: ChildProcess
  private readonly waiting = new Map<number, Waiting>()
  readonly gone: Promise<void>
  private last = 0
  private said = ''
  private ready = false
  private ranOut = false
  /** Takes no more jobs: worn, or ended. */
  spent = false

  constructor(storage: StorageSettings) {
    this.process = forkPictureProcess(storage)
    this.process.stderr?.on('data', (text: Buffer) => (this.said = (this.said + text.toString()).slice(-500)))
    this.process.on('message', (said: PictureAnswer | PictureReady) => {
      if ('ready' in said) this.ready = true
      else this.settle(said)
    })
    this.gone = new Promise((resolve) => {
      const over = (why: string): void => {
        this.fail(why)
        resolve()
      }
      this.process.once('exit', (code, signal) => over(`the picture process ended: ${signal ?? code} ${this.said}`))
      this.process.once('error', (error) => over(String(error)))
    })
  }

  get pid(): number | undefined {
    return this.process.pid
  }

  get inHand(): number {
    return this.waiting.size
  }

  /** Never rejects. A job that is not done within its time costs the process its life. */
  make(job: PictureJob, milliseconds: number): Promise<PictureResult> {
    this.last += 1
    const order: PictureOrder = { number: this.last, job }
    return new Promise((answer) => {
      const alarm = setTimeout(() => this.outOfTime(order.number), milliseconds)
      this.waiting.set(order.number, { job, answer, alarm })
      // Where it has ended meanwhile, its end answers the job.
      this.process.send(order, () => undefined)
    })
  }

  /** Lets go of it: it ends once nothing is in hand. */
  async retire(): Promise<void> {
    this.spent = true
    if (this.waiting.size === 0 && this.process.connected) this.process.disconnect()
    await this.gone
  }

  private settle({ number, result, worn }: PictureAnswer): void {
    this.spent ||= worn
    this.finish(number, result)
    if (this.spent) void this.retire()
  }

  private outOfTime(number: number): void {
    const { job } = this.waiting.get(number) ?? {}
    if (job) this.finish(number, { id: job.id, kind: 'failed', because: 'picture', reason: 'it took too long' })
    this.spent = true
    this.ranOut = true
    this.process.kill('SIGKILL')
  }

  /** With one job in hand it is clear whose fault it was; of several each is free of blame. */
  private fail(reason: string): void {
    this.spent = true
    const alone = this.waiting.size === 1 && !this.ranOut
    const because = !this.ready ? 'start' : alone ? 'picture' : 'process'
    for (const [number, { job }] of this.waiting) this.finish(number, { id: job.id, kind: 'failed', because, reason })
  }

  private finish(number: number, result: PictureResult): void {
    const waiting = this.waiting.get(number)
    if (!waiting) return
    clearTimeout(waiting.alarm)
    this.waiting.delete(number)
    waiting.answer(result)
  }
}

/** Built: JavaScript beside this file. From the sources (tests, npm start): TypeScript, which tsx reads. */
function forkPictureProcess(storage: StorageSettings): ChildProcess {
  const suffix = path.extname(__filename)
  return fork(path.join(__dirname, `picture-process${suffix}`), [], {
    execArgv: suffix === '.ts' ? ['--import', 'tsx'] : [],
    env: childEnvironment(storage),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** None of the BFF's secrets but the store's. Few arenas: glibc else keeps what libvips' threads gave back. */
function childEnvironment(storage: StorageSettings): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, HOME, NODE_ENV } = process.env
  return { PATH, TMPDIR, HOME, NODE_ENV, MALLOC_ARENA_MAX: '2', PICTURE_STORE: JSON.stringify(storage) }
}
