import type { Readable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import { ApplicationAccess } from '../../applications/application-access'
import { DeskViews } from '../../applications/unit-desk/desk-views'
import { Transactions } from '../../platform/database/transaction'
import { AppError, notFound } from '../../platform/errors/app-error'
import { Authenticator, ContactDirectory } from '../../platform/http/principal'
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
    private readonly authenticator: Authenticator,
    private readonly contacts: ContactDirectory,
    private readonly desk: DeskViews,
    private readonly access: ApplicationAccess,
  ) {}

  /** With the seconds that it may be kept. @throws AppError `link-over`, `not-found`, `not-your-unit`, `store-unavailable` */
  async open(asked: Asked, signature: string, requestId: string): Promise<{ content: Readable; seconds: number }> {
    const seconds = this.signer.check(asked, signature)
    const key = await this.keyOf(asked, requestId)
    const content = await this.store.open(key).catch((error: unknown) => {
      throw error instanceof StoreUnavailable ? new AppError('store-unavailable') : error
    })
    if (!content) throw notFound()
    return { content, seconds }
  }

  private async keyOf(asked: Asked, requestId: string): Promise<string> {
    const row = await this.transactions.read((manager) =>
      manager.findOneBy(PageRow, { id: asked.page, removedAt: IsNull() }),
    )
    const key = asked.copy === 'display' ? row?.displayObject : row?.thumbnailObject
    if (!row || !key) throw notFound()
    if (asked.role !== 'owner') await this.writeDown(asked, row, requestId)
    // Who acted for the person when the link was made may no longer.
    else if (!(await this.access.owns(asked.accountId, row.applicationId))) throw notFound()
    return key
  }

  /** Who has left the office's list since the link was made sees nothing any more. @throws AppError `not-your-unit` */
  private async writeDown({ accountId }: Asked, { applicationId, paper }: PageRow, requestId: string): Promise<void> {
    const contact = await this.contacts.codesOf(await this.authenticator.phoneDigestOf(accountId))
    const viewerRole = await this.desk.roleOf(applicationId, contact)
    const part = `page:${paper.split(':', 1)[0] ?? ''}`.slice(0, 32)
    const view = { viewerAccountId: accountId, viewerRole, subject: `application:${applicationId}`, part, requestId }
    await this.transactions.run((manager) => this.log.record(manager, [view]))
  }
}
