import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { OfficeSnapshot } from '../applications/office-snapshot'
import { PageSources } from '../applications/papers/page-source'
import { Outbox } from '../platform/outbox/outbox'
import type { Message } from '../platform/outbox/outbox-handlers'
import { Clock } from '../platform/time/clock'

/** The bytes of a page follow the list that names it. */
@Injectable()
export class ListedPages {
  constructor(
    private readonly pages: PageSources,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * The office has taken this list. What it names and was taken back meanwhile, since an overtaken list had named it first, is handed over
   * again; all else is on its way since the step.
   */
  async follow(manager: EntityManager, { aggregate }: Message, snapshot: OfficeSnapshot): Promise<void> {
    const { applicationId, documents, supplement } = snapshot
    const ids = [...documents, ...(supplement?.documents ?? [])].map(({ id }) => id)
    if (ids.length === 0) return
    const fresh = await this.pages.get().handOver(manager, applicationId, ids, this.clock.now())
    for (const pageId of fresh)
      await this.outbox.enqueue(manager, { topic: 'office.page', aggregate, payload: { applicationId, pageId } })
  }
}
