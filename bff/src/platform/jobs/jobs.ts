import { Injectable, Logger } from '@nestjs/common'
import { isDuplicate, Transactions } from '../database/transaction'
import { addSeconds, Clock } from '../time/clock'
import { JobRow } from './job-row'

export interface Job {
  name: string
  everySeconds: number
  run(): Promise<void>
}

type Claimed = Pick<JobRow, 'version' | 'lastError'>

const leaseSeconds = 120

/** Work that comes round. Each job is a row with a due time and a lease: of several workers one runs it. */
@Injectable()
export class Jobs {
  private readonly logger = new Logger('jobs')
  private readonly jobs = new Map<string, Job>()
  private readonly known = new Set<string>()

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  register(job: Job): void {
    if (this.jobs.has(job.name)) throw new Error(`Two jobs named ${job.name}`)
    this.jobs.set(job.name, job)
  }

  /** Runs every job that is due and answers their names. */
  async runDue(): Promise<string[]> {
    const ran: string[] = []
    for (const job of this.jobs.values()) {
      await this.ensureRow(job.name)
      const claimed = await this.claim(job.name)
      if (claimed === undefined) continue
      await this.finish(job, claimed.version, await this.failureOf(job, claimed.lastError))
      ran.push(job.name)
    }
    return ran
  }

  /** Makes a job due now, e.g. because the office nudged us. */
  async hurry(name: string): Promise<void> {
    await this.ensureRow(name)
    await this.transactions.run((manager) => manager.update(JobRow, { name }, { dueAt: this.clock.now() }))
  }

  private async ensureRow(name: string): Promise<void> {
    if (this.known.has(name)) return
    const row = { name, dueAt: this.clock.now(), version: 0 }
    try {
      await this.transactions.run((manager) =>
        manager.createQueryBuilder().insert().into(JobRow).values(row).updateEntity(false).execute(),
      )
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
    this.known.add(name)
  }

  private async claim(name: string): Promise<Claimed | undefined> {
    const now = this.clock.now()
    const row = await this.transactions.read((manager) => manager.findOneBy(JobRow, { name }))
    if (!row || row.dueAt > now || (row.leaseUntil !== null && row.leaseUntil > now)) return undefined
    const version = row.version + 1
    const lease = { version, leaseUntil: addSeconds(now, leaseSeconds) }
    const result = await this.transactions.run((manager) =>
      manager.update(JobRow, { name, version: row.version }, lease),
    )
    return result.affected === 1 ? { version, lastError: row.lastError } : undefined
  }

  /** The same failure again is no news: an office that is away for hours fills no log. */
  private async failureOf(job: Job, lastError: string | null): Promise<string | null> {
    try {
      await job.run()
      return null
    } catch (error) {
      const failure = String(error).slice(0, 500)
      const level = failure === lastError ? 'debug' : 'error'
      this.logger[level]({ err: error, job: job.name }, 'a job broke and will run again')
      return failure
    }
  }

  private async finish(job: Job, version: number, lastError: string | null): Promise<void> {
    const next = { dueAt: addSeconds(this.clock.now(), job.everySeconds), leaseUntil: null, lastError }
    await this.transactions.run((manager) => manager.update(JobRow, { name: job.name, version }, next))
  }
}
