import { Injectable, Logger } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { OfficeDoor } from '../applications/office-door'
import type { OfficeSnapshot } from '../applications/office-snapshot'
import { Transactions } from '../platform/database/transaction'
import { Jobs } from '../platform/jobs/jobs'
import { Outbox } from '../platform/outbox/outbox'
import type { Delivery, Message } from '../platform/outbox/outbox-handlers'
import type { OfficeRefusal } from './answers'
import { Attempts } from './attempts'
import { feedJob } from './feed-job'

export type Relayed = 'application' | 'correction' | 'supplement' | 'payment' | 'withdrawal'

/** What becomes of a message that the office refuses. Nothing is dropped: it is tried again, or kept for staff. */
@Injectable()
export class Refusals {
  private readonly logger = new Logger('office-relay')

  constructor(
    private readonly transactions: Transactions,
    private readonly door: OfficeDoor,
    private readonly attempts: Attempts,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
  ) {}

  async settle(kind: Relayed, message: Message, snapshot: OfficeSnapshot, refusal: OfficeRefusal): Promise<Delivery> {
    const { code, details } = refusal
    if (kind === 'correction' && (code === 'revision-conflict' || code === 'not-possible-now')) {
      return this.conflicting(message, snapshot, refusal)
    }
    if (kind === 'withdrawal' && details.state === 'withdrawn') return { kind: 'done' }
    return this.keep(message, refusal)
  }

  /** Of any message: what may pass is tried again as another request, the rest is kept for staff. */
  async keep(message: Message, refusal: OfficeRefusal): Promise<Delivery> {
    const { code } = refusal
    this.alarm(message, refusal)
    if (code === 'idempotency-conflict' || code === 'not-possible-now' || code === 'not-found') {
      await this.attempts.refused(message.id)
      return { kind: 'retry', reason: code }
    }
    // The office will never take it as it is; what follows for this application waits behind it.
    return { kind: 'failed', reason: code }
  }

  /**
   * The office's record moved before our correction came. The feed tells how: only once it has been applied here is it known whether the
   * correction still answers the last return. If it does, it is sent on the newer revision; on any other it would stand there as the
   * answer to a return that it never saw, in the place of the one that the person gave.
   */
  private async conflicting(message: Message, snapshot: OfficeSnapshot, refusal: OfficeRefusal): Promise<Delivery> {
    const revision = await this.transactions.read((manager) => this.stillAnswers(manager, message, snapshot))
    if (revision === undefined) {
      this.logger.warn({ message: message.id }, 'a correction was overtaken by the office')
      return { kind: 'done' }
    }
    const caughtUp = revision >= Number(refusal.details.revision ?? 0)
    if (caughtUp) await this.attempts.refused(message.id, revision)
    await this.jobs.hurry(feedJob)
    return { kind: 'retry', reason: refusal.code, afterSeconds: 5 }
  }

  /** The newest revision that is known here; undefined: the office has decided or returned again, and the person may have answered that. */
  private async stillAnswers(
    manager: EntityManager,
    message: Message,
    { applicationId }: OfficeSnapshot,
  ): Promise<number | undefined> {
    const row = await this.door.find(manager, applicationId)
    if (row?.state !== 'office-review' || (await this.outbox.isFollowed(manager, message))) return undefined
    return row.officeRevision
  }

  /** The first time and every tenth: whoever looks after the service has to know. */
  private alarm({ id, topic, attempt }: Message, { code, details }: OfficeRefusal): void {
    if (attempt !== 1 && attempt % 10 !== 0) return
    this.logger.error({ message: id, topic, code, details, attempt }, 'the office refuses a message')
  }
}
