import { Injectable } from '@nestjs/common'
import type { DeskFilter, DeskList } from '../../contract'
import { Transactions } from '../../platform/database/transaction'
import type { Principal } from '../../platform/http/principal'
import { AccessLog } from '../../platform/privacy/access-log'
import { DeskClaims } from './desk-claims'
import { DeskLists } from './desk-list'
import { DeskViews } from './desk-views'

/** What a contact sees on opening the desk. It names people, so it is written down for each of them, in the transaction of the read. */
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
    return this.transactions.run(async (manager) => {
      const page = await this.lists.page(manager, caller, filter)
      const claims = await this.claims.open(manager, caller)
      await this.log.record(manager, [
        ...page.items.map(({ id }) => seen(caller, id, 'list')),
        ...claims.map(({ applicationId }) => seen(caller, applicationId, 'claim')),
      ])
      const counts = await this.lists.counts(manager, caller)
      return { ...page, counts, units: await this.views.placesOf(caller), claims }
    })
  }
}

function seen({ accountId, unitCodes, requestId }: Principal, applicationId: string, part: 'list' | 'claim') {
  const viewerRole = unitCodes.length > 0 ? 'unit-contact' : 'department-contact'
  return { viewerAccountId: accountId, viewerRole, requestId, subject: `application:${applicationId}`, part }
}
