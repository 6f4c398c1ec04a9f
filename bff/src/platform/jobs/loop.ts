import { setTimeout as pause } from 'node:timers/promises'
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common'
import { OutboxWorker } from '../outbox/outbox-worker'
import { Jobs } from './jobs'

const idleMilliseconds = 500

/**
 * Turns outbox, jobs and what features add over until the process is told to end; what is in hand then is finished first.
 * Each has a loop of its own: an office that lets a job wait does not hold up what is to be sent.
 */
@Injectable()
export class Loop implements BeforeApplicationShutdown {
  private readonly logger = new Logger('loop')
  private readonly end = new AbortController()
  private readonly more: (() => Promise<boolean>)[] = []
  private readonly first: (() => Promise<void>)[] = []
  private readonly idle = new Set<AbortController>()
  private running: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly outbox: OutboxWorker,
    private readonly jobs: Jobs,
  ) {}

  /** What has to be done once, before any turn. To be told before the start. */
  beginBy(once: () => Promise<void>): void {
    this.first.push(once)
  }

  /** Work of a feature: answers whether there was any. To be told before the start. */
  turnToo(once: () => Promise<boolean>): void {
    this.more.push(once)
  }

  start(): void {
    const outbox = async (): Promise<boolean> => (await this.outbox.runOnce()) > 0
    const jobs = async (): Promise<boolean> => (await this.jobs.runDue()).length > 0
    this.running = this.begin().then(() => Promise.all([outbox, jobs, ...this.more].map((once) => this.turnOver(once))))
  }

  /** There is something to do: whatever lies idle looks at once. */
  nudge(): void {
    for (const pausing of this.idle) pausing.abort()
  }

  /** Ends it, once what is in hand is finished. */
  async stop(): Promise<void> {
    this.end.abort()
    this.nudge()
    await this.running
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop()
  }

  private async begin(): Promise<void> {
    const { signal } = this.end
    for (const once of this.first) {
      const done = async (): Promise<boolean> => once().then(() => true)
      while (!signal.aborted && !(await this.guarded(done))) await this.lieIdle()
    }
  }

  private async turnOver(once: () => Promise<boolean>): Promise<void> {
    const { signal } = this.end
    while (!signal.aborted) {
      if (!(await this.guarded(once)) && !signal.aborted) await this.lieIdle()
    }
  }

  private async lieIdle(): Promise<void> {
    const pausing = new AbortController()
    this.idle.add(pausing)
    await pause(idleMilliseconds, undefined, { signal: pausing.signal }).catch(() => undefined)
    this.idle.delete(pausing)
  }

  /** A database that is away for a while ends no loop. */
  private async guarded(once: () => Promise<boolean>): Promise<boolean> {
    try {
      return await once()
    } catch (error) {
      this.logger.error({ err: error }, 'outbox, jobs or pages could not be worked')
      return false
    }
  }
}
