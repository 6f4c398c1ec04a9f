import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { In, IsNull, Not, type EntityManager } from 'typeorm'
import { ApplicationRow } from '../applications/rows/application-row'
import { Transactions } from '../platform/database/transaction'
import { Jobs } from '../platform/jobs/jobs'
import { ObjectStore } from '../platform/storage/object-store'
import { addSeconds, Clock } from '../platform/time/clock'
import { PageRow } from './rows/page-row'

const everySeconds = 600
const atOnce = 200
/** An object without a row may be an upload that is still on its way. */
const graceSeconds = 3600

const columns = ['originalObject', 'masterObject', 'displayObject', 'thumbnailObject'] as const
const noObjects = { originalObject: null, masterObject: null, displayObject: null, thumbnailObject: null }

/**
 * Takes out of the store what nobody needs: pages that were deleted or replaced before the office got them, pages of drafts that were given up,
 * and objects that no row knows, left by a process that died.
 */
@Injectable()
export class PageSweep implements OnModuleInit {
  private readonly logger = new Logger('pages')
  /** Where the search for unknown objects goes on, since not all are looked at in one go. */
  private after = ''

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly store: ObjectStore,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'sweep-pages', everySeconds, run: () => this.sweep() })
  }

  /** @throws StoreUnavailable; what was not removed is found at the next run */
  async sweep(): Promise<void> {
    await this.giveUpDrafts()
    const removed = await this.sweepRemoved()
    const unknown = await this.sweepUnknown()
    if (removed + unknown > 0) this.logger.log({ removed, unknown }, 'pages were swept out of the store')
  }

  private async giveUpDrafts(): Promise<void> {
    await this.transactions.run(async (manager) => {
      const ids = await manager
        .createQueryBuilder(PageRow, 'page')
        .innerJoin(ApplicationRow, 'application', 'application.id = page.applicationId')
        .where("application.state = 'withdrawn' and application.submittedAt is null")
        .andWhere({ removedAt: IsNull(), handedOverAt: IsNull() })
        .select('page.id', 'id')
        .limit(atOnce)
        .getRawMany<{ id: string }>()
      if (ids.length === 0) return
      const now = this.clock.now()
      await manager.update(PageRow, { id: In(ids.map(({ id }) => id)) }, { removedAt: now, changedAt: now })
    })
  }

  private async sweepRemoved(): Promise<number> {
    const rows = await this.transactions.read((manager) =>
      manager.find(PageRow, {
        where: columns.map((column) => ({ removedAt: Not(IsNull()), handedOverAt: IsNull(), [column]: Not(IsNull()) })),
        take: atOnce,
      }),
    )
    for (const row of rows) {
      const keys = columns.flatMap((column) => row[column] ?? [])
      const needed = await this.transactions.read((manager) => shared(manager, row))
      for (const key of keys.filter((one) => one !== needed)) await this.store.remove(key)
      await this.transactions.run((manager) => manager.update(PageRow, { id: row.id }, noObjects))
    }
    return rows.length
  }

  private async sweepUnknown(): Promise<number> {
    const before = addSeconds(this.clock.now(), -graceSeconds)
    const keys = await this.store.list('', before, atOnce, this.after)
    this.after = keys.length === atOnce ? (keys.at(-1) ?? '') : ''
    const known = await this.transactions.read((manager) => knownOf(manager, keys))
    const unknown = keys.filter((key) => !known.has(key))
    for (const key of unknown) await this.store.remove(key)
    return unknown.length
  }
}

/** The file of a PDF as long as another of its pages still needs it. */
async function shared(manager: EntityManager, { id, originalObject }: PageRow): Promise<string | undefined> {
  if (originalObject === null) return undefined
  return (await manager.existsBy(PageRow, { originalObject, id: Not(id) })) ? originalObject : undefined
}

async function knownOf(manager: EntityManager, keys: string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  if (keys.length === 0) return known
  const rows = await manager.find(PageRow, { where: columns.map((column) => ({ [column]: In(keys) })) })
  for (const row of rows) for (const column of columns) if (row[column] !== null) known.add(row[column])
  return known
}
