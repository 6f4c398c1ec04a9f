import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Not } from 'typeorm'
import { Transactions } from '../database/transaction'
import { JobRow } from '../jobs/job-row'
import { OutboxRow } from '../outbox/outbox-row'
import { instantOf } from '../database/raw-values'
import { Clock } from '../time/clock'
import { Metrics, type Reading } from './metrics'

interface Waiting {
  topic: string
  state: string
  count: number
  oldest: unknown
}

/** Whether what should leave leaves, and what should run runs. */
@Injectable()
export class WorkMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge({
      name: 'registration_outbox_messages',
      help: 'Messages that have not arrived; dead ones were refused and wait for a person',
      labels: ['topic', 'state'],
      read: async () =>
        (await this.waiting()).map(({ topic, state, count }) => ({ labels: { topic, state }, value: Number(count) })),
    })
    this.metrics.gauge({
      name: 'registration_outbox_oldest_seconds',
      help: 'Age of the oldest message that has not arrived',
      labels: ['topic', 'state'],
      read: async () =>
        (await this.waiting()).map(({ topic, state, oldest }) => ({
          labels: { topic, state },
          value: this.secondsSince(instantOf(oldest)),
        })),
    })
    this.metrics.gauge({
      name: 'registration_job_late_seconds',
      help: 'For how long a job has been due that nobody has finished',
      labels: ['job'],
      read: () => this.ofJobs(({ dueAt }) => this.secondsSince(dueAt)),
    })
    this.metrics.gauge({
      name: 'registration_job_failing',
      help: '1: the last run of the job broke',
      labels: ['job'],
      read: () => this.ofJobs(({ lastError }) => (lastError === null ? 0 : 1)),
    })
  }

  private waiting(): Promise<Waiting[]> {
    return this.transactions.read((manager) =>
      manager
        .createQueryBuilder(OutboxRow, 'o')
        .select('o.topic', 'topic')
        .addSelect('o.state', 'state')
        .addSelect('count(*)', 'count')
        .addSelect('min(o.createdAt)', 'oldest')
        .where({ state: Not('done') })
        .groupBy('o.topic')
        .addGroupBy('o.state')
        .getRawMany<Waiting>(),
    )
  }

  private async ofJobs(value: (row: JobRow) => number): Promise<Reading[]> {
    const rows = await this.transactions.read((manager) => manager.find(JobRow))
    return rows.map((row) => ({ labels: { job: row.name }, value: value(row) }))
  }

  private secondsSince(at: Date): number {
    return Math.max(0, (this.clock.now().getTime() - at.getTime()) / 1000)
  }
}
