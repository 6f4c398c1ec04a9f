import { Injectable } from '@nestjs/common'
import { Brackets, IsNull, type EntityManager } from 'typeorm'
import { Transactions } from '../../platform/database/transaction'
import { addSeconds, Clock } from '../../platform/time/clock'
import { PageRow } from '../rows/page-row'

/** Longer than a job waits and takes; after a crash of the worker the page is taken up again then. */
const leaseSeconds = 240
/** Several workers see the same first page: the others go on to the next. */
const candidates = 8

/** Takes pages for making, so that of several workers exactly one has each. */
@Injectable()
export class PictureClaims {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * The page that waits longest, as it is now: version and attempts raised. One that was turned waits from then on, and one that failed waits
   * for all that were not tried: nobody holds up the others by turning old pages, or by files that time out.
   */
  async take(): Promise<PageRow | undefined> {
    for (const page of await this.transactions.read((manager) => this.due(manager))) {
      const claimed = await this.mark(page)
      if (claimed) return claimed
    }
    return undefined
  }

  /**
   * On SQLite there is no other worker: what is still taken when this one begins was in the hands of one that died. Not for a process that
   * only looks (the operator's command): it runs beside the worker.
   */
  async takeOver(): Promise<void> {
    if (!this.transactions.onSqlite) return
    await this.transactions.run((manager) => manager.update(PageRow, { state: 'checking' }, { leaseUntil: null }))
  }

  private due(manager: EntityManager): Promise<PageRow[]> {
    const free = new Brackets((either) =>
      either.where('page.leaseUntil is null').orWhere('page.leaseUntil <= :now', { now: this.clock.now() }),
    )
    return manager
      .createQueryBuilder(PageRow, 'page')
      .where({ state: 'checking', removedAt: IsNull() })
      .andWhere(free)
      .orderBy({ 'page.attempts': 'ASC', 'page.changedAt': 'ASC', 'page.uploadPage': 'ASC' })
      .limit(candidates)
      .getMany()
  }

  private async mark(page: PageRow): Promise<PageRow | undefined> {
    const { id, version } = page
    const taken = {
      version: version + 1,
      attempts: page.attempts + 1,
      leaseUntil: addSeconds(this.clock.now(), leaseSeconds),
    }
    const { affected } = await this.transactions.run((manager) => manager.update(PageRow, { id, version }, taken))
    return affected === 1 ? Object.assign(page, taken) : undefined
  }
}
