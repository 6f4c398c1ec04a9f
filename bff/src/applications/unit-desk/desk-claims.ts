import { Injectable, type OnModuleInit } from '@nestjs/common'
import { type EntityManager, Not } from 'typeorm'
import type { ClaimView } from '../../contract'
import { Transactions } from '../../platform/database/transaction'
import { OwnershipRules } from '../../platform/http/ownership-rules'
import type { Principal } from '../../platform/http/principal'
import { maskIdNumber } from '../../platform/privacy/masks'
import { PersonData } from '../person-data'
import { Places } from '../places'
import { ApplicationRow } from '../rows/application-row'
import { ClaimRow } from '../rows/person-rows'

type Contact = Pick<Principal, 'accountId' | 'unitCodes'>

/**
 * Second claims to an ID number. The unit that has the person on record decides, never the one that the claimant has typed, and never the
 * claimant, who may be a contact too.
 */
@Injectable()
export class DeskClaims implements OnModuleInit {
  constructor(
    private readonly rules: OwnershipRules,
    private readonly transactions: Transactions,
    private readonly people: PersonData,
    private readonly places: Places,
  ) {}

  onModuleInit(): void {
    this.rules.register('desk-claim', (principal, { id = '' }) =>
      this.transactions.read(async (manager) => {
        const claim = await manager.findOneBy(ClaimRow, { id })
        return claim !== null && (await this.viewOf(manager, claim, principal)) !== undefined
      }),
    )
  }

  async open(manager: EntityManager, principal: Contact): Promise<ClaimView[]> {
    const rows = await manager.find(ClaimRow, { where: { state: 'open' }, order: { openedAt: 'ASC' } })
    const views = await Promise.all(rows.map((row) => this.viewOf(manager, row, principal)))
    return views.filter((view) => view !== undefined)
  }

  private async viewOf(manager: EntityManager, claim: ClaimRow, contact: Contact): Promise<ClaimView | undefined> {
    if (claim.accountId === contact.accountId || !(await this.decides(manager, claim, contact))) return undefined
    const draft = await manager.findOneBy(ApplicationRow, { id: claim.applicationId })
    if (!draft) return undefined
    const { name = '', idNumber = '' } = this.people.form(draft)
    const { unit } = await this.places.of(draft)
    const { id, applicationId, state, openedAt } = claim
    return {
      id,
      applicationId,
      name,
      idNumberMasked: maskIdNumber(idNumber),
      unit: unit?.name ?? '',
      openedAt: openedAt.toISOString(),
      state,
    }
  }

  /** By the person's live application, else the newest one; those of the claimant do not count. */
  private async decides(manager: EntityManager, claim: ClaimRow, { unitCodes }: Contact): Promise<boolean> {
    const known = await manager.find(ApplicationRow, {
      where: { personId: claim.personId, accountId: Not(claim.accountId) },
      order: { submittedAt: 'DESC' },
    })
    const onRecord = known.find(({ liveKey }) => liveKey !== null) ?? known[0]
    const unit = onRecord && (await this.places.of(onRecord)).unit
    return unit?.code !== undefined && unitCodes.includes(unit.code)
  }
}
