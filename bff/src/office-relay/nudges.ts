import { Injectable } from '@nestjs/common'
import { Transactions } from '../platform/database/transaction'
import { AppError } from '../platform/errors/app-error'
import type { RawAnswer, RawRequest } from '../platform/http/raw-routes'
import { Inbox } from '../platform/inbox/inbox'
import { Jobs } from '../platform/jobs/jobs'
import { OfficeMessages } from '../platform/office/office-messages'
import { Feed } from './feed'
import { feedJob } from './feed-job'

const source = 'exam-office'

/** The office's webhook says only that the feed has grown. It is kept, answered, and makes the feed be read soon; the feed stays the truth. */
@Injectable()
export class Nudges {
  constructor(
    private readonly messages: OfficeMessages,
    private readonly inbox: Inbox,
    private readonly jobs: Jobs,
    private readonly feed: Feed,
    private readonly transactions: Transactions,
  ) {}

  /** Verified on the raw bytes; each nonce once. @throws AppError `signature-invalid` */
  async receive(request: RawRequest): Promise<RawAnswer> {
    const nonce = this.messages.verify(request)
    if (nonce === undefined) throw new AppError('signature-invalid')
    if ((await this.inbox.store({ source, messageId: nonce, body: request.body })) === 'new') {
      await this.jobs.hurry(feedJob)
    }
    return { status: 204 }
  }

  /** The job: reads the feed, then settles the nudges that had come before it was read. */
  async follow(): Promise<void> {
    const nudges = await this.inbox.open(source)
    await this.feed.pull()
    for (const { seq } of nudges) await this.transactions.run((manager) => this.inbox.settle(manager, seq))
  }
}
