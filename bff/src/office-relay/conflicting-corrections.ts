import { Injectable, Logger } from '@nestjs/common'
import { OfficeDoor } from '../applications/office-door'
import { OfficeSnapshots, type OfficeSnapshot } from '../applications/office-snapshot'
import { Transactions } from '../platform/database/transaction'
import { Jobs } from '../platform/jobs/jobs'
import { Outbox } from '../platform/outbox/outbox'
import type { Delivery, Message } from '../platform/outbox/outbox-handlers'
import type { OfficeRefusal } from './answers'
import { feedJob } from './feed-job'

/**
 * The office's record moved before our correction came. The feed tells how: only once it has been applied here is it known whether the
 * correction still answers the last return. If it does, it is sent anew on the newer revision, as a message of its own.
 */
@Injectable()
export class ConflictingCorrections {
  private readonly logger = new Logger('office-relay')

  constructor(
    private readonly transactions: Transactions,
    private readonly door: OfficeDoor,
    private readonly snapshots: OfficeSnapshots,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
  ) {}

  async settle(message: Message, snapshot: OfficeSnapshot, refusal: OfficeRefusal): Promise<Delivery> {
    const row = await this.transactions.read((manager) => this.door.find(manager, snapshot.applicationId))
    if (!row || row.state !== 'office-review') return this.overtaken(message)
    const newest = Number(refusal.details.revision ?? 0)
    if (row.officeRevision < newest || refusal.code === 'not-possible-now') {
      await this.jobs.hurry(feedJob)
      return { kind: 'retry', reason: refusal.code, afterSeconds: 5 }
    }
    const payload = this.snapshots.seal({ ...snapshot, revision: row.officeRevision })
    return {
      kind: 'done',
      apply: async (manager) => {
        await this.outbox.enqueue(manager, { topic: message.topic, aggregate: message.aggregate, payload })
      },
    }
  }

  /** Returned again, or decided: what the person corrected then is part of what is sent next. */
  private overtaken(message: Message): Delivery {
    this.logger.warn({ message: message.id }, 'a correction was overtaken by the office')
    return { kind: 'done' }
  }
}
