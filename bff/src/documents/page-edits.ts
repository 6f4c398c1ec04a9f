import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { PageChanges } from '../applications/papers/page-changes'
import type { OrderRequest, RotateRequest } from '../contract'
import { Transactions } from '../platform/database/transaction'
import { AppError } from '../platform/errors/app-error'
import { Clock } from '../platform/time/clock'
import { removePage } from './page-book'
import { Pictures } from './pictures/pictures'
import { PageRow } from './rows/page-row'

/** What a person does to pages that have arrived. Each checks first whether they may still be changed. */
@Injectable()
export class PageEdits {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly changes: PageChanges,
    private readonly pictures: Pictures,
  ) {}

  /** The copies are made anew. @throws AppError those of PageChanges, `page-fixed` for a page that could not be opened */
  async turn(applicationId: string, page: string, { rotation }: RotateRequest): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.changes.check(manager, applicationId, { kind: 'turn', page })
      const row = await manager.findOneByOrFail(PageRow, { id: page })
      if (row.rotation === rotation) return
      if (row.state === 'refused') throw new AppError('page-fixed')
      const again = { state: 'checking' as const, attempts: 0, leaseUntil: null }
      const turned = { rotation, changedAt: this.clock.now(), version: row.version + 1 }
      await manager.update(PageRow, { id: page }, { ...again, ...turned })
    })
    this.pictures.nudge()
  }

  /** @throws AppError those of PageChanges */
  async remove(applicationId: string, page: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.changes.check(manager, applicationId, { kind: 'remove', page })
      await removePage(manager, await manager.findOneByOrFail(PageRow, { id: page }), this.clock.now())
    })
  }

  /** @throws AppError those of PageChanges, `order-incomplete` */
  async order(applicationId: string, { paper, pages }: OrderRequest): Promise<void> {
    await this.transactions.run(async (manager) => {
      const progress = await this.changes.check(manager, applicationId, { kind: 'order', paper })
      const known = progress.pages.map(({ id }) => id)
      if (
        pages.length !== known.length ||
        new Set(pages).size !== known.length ||
        !known.every((id) => pages.includes(id))
      )
        throw new AppError('order-incomplete')
      if (pages.every((id, index) => id === known[index])) return
      const changedAt = this.clock.now()
      for (const [index, id] of pages.entries()) await manager.update(PageRow, { id }, { position: index + 1 })
      await manager.update(PageRow, { id: In(pages) }, { changedAt })
    })
  }
}
