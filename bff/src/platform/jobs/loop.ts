import { setTimeout as pause } from 'node:timers/promises'
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common'
import { OutboxWorker } from '../outbox/outbox-worker'
import { Jobs } from './jobs'

const idleMilliseconds = 500

/** Turns outbox and jobs over until the process is told to end; what is being sent then is finished first. */
@Injectable()
export class Loop implements BeforeApplicationShutdown {
  private readonly logger = new Logger('loop')
  private readonly end = new AbortController()
  private running: Promise<void> = Promise.resolve()

  constructor(
    private readonly outbox: OutboxWorker,
    private readonly jobs: Jobs,
  ) {}

  start(): void {
    this.running = this.turnOver()
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.end.abort()
    await this.running
  }

  private async turnOver(): Promise<void> {
    const { signal } = this.end
    while (!signal.aborted) {
      const worked = await this.once()
      if (!worked) await pause(idleMilliseconds, undefined, { signal }).catch(() => undefined)
    }
  }

  /** A database that is away for a while ends no loop. */
  private async once(): Promise<boolean> {
    try {
      const ran = await this.jobs.runDue()
      return (await this.outbox.runOnce()) + ran.length > 0
    } catch (error) {
      this.logger.error({ err: error }, 'outbox and jobs could not be worked')
      return false
    }
  }
}
