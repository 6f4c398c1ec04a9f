import { Injectable } from '@nestjs/common'
import type { DeskFilter, DeskList } from '../../contract'
import { Transactions } from '../../platform/database/transaction'
import type { Principal } from '../../platform/http/principal'
import { AccessLog } from '../../platform/privacy/access-log'
import { DeskClaims } from './desk-claims'
import { DeskLists } from './desk-list'
import { DeskViews } from './desk-views'

/** What a contact sees on opening the desk. It names people, so it is written down for each of them before it is shown. */
@Injectable()
export class DeskOverviews {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: AccessLog,
    private readonly lists: DeskLists,
    private readonly claims: DeskClaims,
    private readonly views: DeskViews,
  ) {}

  async of(caller: Principal, filter: DeskFilter): Promise<DeskList> {
    const list = await this.transactions.read(async (manager) => ({
      ...(await this.lists.page(manager, caller, filter)),
      counts: await this.lists.counts(manager, caller),
      units: await this.views.placesOf(caller),
      claims: await this.claims.open(manager, caller),
    }))
    const views = [
      ...list.items.map(({ id }) => seen(caller, id, 'list')),
      ...list.claims.map(({ applicationId }) => seen(caller, applicationId, 'claim')),
    ]
    if (views.length > 0) await this.transactions.run((manager) => this.log.record(manager, views))
    return list
  }
}

function seen({ accountId, unitCodes, requestId }: Principal, applicationId: string, part: 'list' | 'claim') {
  const viewerRole = unitCodes.length > 0 ? 'unit-contact' : 'department-contact'
  return { viewerAccountId: accountId, viewerRole, requestId, subject: `application:${applicationId}`, part }
}
