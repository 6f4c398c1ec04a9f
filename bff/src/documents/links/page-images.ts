import type { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import { Transactions } from '../../platform/database/transaction'
import { AppError, notFound } from '../../platform/errors/app-error'
import { AccessLog } from '../../platform/privacy/access-log'
import { ObjectStore, StoreUnavailable } from '../../platform/storage/object-store'
import { PageRow } from '../rows/page-row'
import { LinkSigner, type Copy, type Viewer } from './page-links'

interface Asked extends Viewer {
  page: string
  copy: Copy
  until: number
}

/** Opens a copy for the bearer of a link. What somebody else than the owner sees is written down before. */
@Injectable()
export class PageImages {
  constructor(
    private readonly transactions: Transactions,
    private readonly signer: LinkSigner,
    private readonly log: AccessLog,
    private readonly store: ObjectStore,
  ) {}

  /** With the seconds that it may be kept. @throws AppError `link-over`, `not-found`, `store-unavailable` */
  async open(asked: Asked, signature: string, requestId: string): Promise<{ content: Readable; seconds: number }> {
    const seconds = this.signer.check(asked, signature)
    const key = await this.keyOf(asked, requestId)
    const content = await this.store.open(key).catch((error: unknown) => {
      throw error instanceof StoreUnavailable ? new AppError('store-unavailable') : error
    })
    if (!content) throw notFound()
    return { content, seconds }
  }

  private keyOf({ page, copy, accountId, role }: Asked, requestId: string): Promise<string> {
    return this.transactions.run(async (manager) => {
      const row = await manager.findOneBy(PageRow, { id: page, removedAt: IsNull() })
      const key = copy === 'display' ? row?.displayObject : row?.thumbnailObject
      if (!row || !key) throw notFound()
      const view = { viewerAccountId: accountId, viewerRole: role, subject: `page:${page}`, part: copy, requestId }
      if (role !== 'owner') await this.log.record(manager, [view])
      return key
    })
  }
}
