import { Module, type OnModuleInit } from '@nestjs/common'
import { ApplicationsModule } from '../applications/applications.module'
import { RawRoutes } from '../platform/http/raw-routes'
import { Jobs } from '../platform/jobs/jobs'
import { OutboxHandlers } from '../platform/outbox/outbox-handlers'
import { Attempts } from './attempts'
import { Deliveries } from './deliveries'
import { Feed } from './feed'
import { feedJob } from './feed-job'
import { HeldChanges } from './held-changes'
import { ListedPages } from './listed-pages'
import { Nudges } from './nudges'
import { PageDeliveries } from './page-deliveries'
import { Receipts } from './receipts'
import { Refusals } from './refusals'
import { RefundDeliveries } from './refund-deliveries'
import { StuckMessages } from './stuck-messages'

/** How often the feed is read though nobody nudged. */
const everySeconds = 30

/** Between the applications here and the exam office's records. */
@Module({
  imports: [ApplicationsModule],
  providers: [
    ...[Attempts, Deliveries, ListedPages, PageDeliveries, Receipts, RefundDeliveries, Refusals, StuckMessages],
    ...[Feed, HeldChanges, Nudges],
  ],
  exports: [Feed, StuckMessages],
})
export class OfficeRelayModule implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly jobs: Jobs,
    private readonly rawRoutes: RawRoutes,
    private readonly deliveries: Deliveries,
    private readonly pages: PageDeliveries,
    private readonly refunds: RefundDeliveries,
    private readonly nudges: Nudges,
  ) {}

  onModuleInit(): void {
    for (const kind of ['application', 'correction', 'supplement', 'payment', 'withdrawal'] as const) {
      this.handlers.register(`office.${kind}`, (message) => this.deliveries.deliver(kind, message))
    }
    this.handlers.register('office.page', (message) => this.pages.deliver(message))
    this.handlers.register('office.refund', (message) => this.refunds.deliver(message))
    this.jobs.register({ name: feedJob, everySeconds, run: () => this.nudges.follow() })
    this.rawRoutes.register('/office/changes', (request) => this.nudges.receive(request))
  }
}
