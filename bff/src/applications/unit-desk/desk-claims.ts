import { Injectable, type OnModuleInit } from '@nestjs/common'
import { type EntityManager } from 'typeorm'
import type { ClaimView } from '../../contract'
import { Transactions } from '../../platform/database/transaction'
import { OwnershipRules } from '../../platform/http/ownership-rules'
import type { Principal } from '../../platform/http/principal'
import { maskIdNumber } from '../../platform/privacy/masks'
import { PersonData } from '../person-data'
import { Places } from '../places'
import { ApplicationRow } from '../rows/application-row'
import { ClaimRow } from '../rows/person-rows'

type Contact = Pick<Principal, 'unitCodes' | 'departmentCodes'>

/** Second claims to an ID number, for the contact of the unit that stands in the claiming draft. */
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
    const draft = await manager.findOneBy(ApplicationRow, { id: claim.applicationId })
    if (!draft) return undefined
    const { unit } = await this.places.of(draft)
    if (!unit?.code || !contact.unitCodes.includes(unit.code)) return undefined
    const { name = '', idNumber = '' } = this.people.form(draft)
    const { id, applicationId, state, openedAt } = claim
    return {
      id,
      applicationId,
      name,
      idNumberMasked: maskIdNumber(idNumber),
      unit: unit.name,
      openedAt: openedAt.toISOString(),
      state,
    }
  }
}
