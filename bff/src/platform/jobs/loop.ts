import { setTimeout as pause } from 'node:timers/promises'
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common'
import { OutboxWorker } from '../outbox/outbox-worker'
import { Jobs } from './jobs'

const idleMilliseconds = 500

/**
 * Turns outbox and jobs over until the process is told to end; what is being sent then is finished first. Each has a loop
 * of its own: an office that lets a job wait does not hold up what is to be sent.
 */
@Injectable()
export class Loop implements BeforeApplicationShutdown {
  private readonly logger = new Logger('loop')
  private readonly end = new AbortController()
  private running: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly outbox: OutboxWorker,
    private readonly jobs: Jobs,
  ) {}

  start(): void {
    const outbox = this.turnOver(async () => (await this.outbox.runOnce()) > 0)
    const jobs = this.turnOver(async () => (await this.jobs.runDue()).length > 0)
    this.running = Promise.all([outbox, jobs])
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.end.abort()
    await this.running
  }

  private async turnOver(once: () => Promise<boolean>): Promise<void> {
    const { signal } = this.end
    while (!signal.aborted) {
      if (!(await this.guarded(once))) await pause(idleMilliseconds, undefined, { signal }).catch(() => undefined)
    }
  }

  /** A database that is away for a while ends no loop. */
  private async guarded(once: () => Promise<boolean>): Promise<boolean> {
    try {
      return await once()
    } catch (error) {
      this.logger.error({ err: error }, 'outbox or jobs could not be worked')
      return false
    }
  }
}
