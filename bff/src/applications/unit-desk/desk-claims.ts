import { Injectable, type OnModuleInit } from '@nestjs/common'
import { type EntityManager, IsNull, Not, type SelectQueryBuilder } from 'typeorm'
import type { ClaimView } from '../../contract'
import { Transactions } from '../../platform/database/transaction'
import { OwnershipRules } from '../../platform/http/ownership-rules'
import type { Principal } from '../../platform/http/principal'
import { maskIdNumber } from '../../platform/privacy/masks'
import { PersonData } from '../person-data'
import { Places, type UnitNames } from '../places'
import { ApplicationRow } from '../rows/application-row'
import { ClaimRow } from '../rows/person-rows'

type Contact = Pick<Principal, 'accountId' | 'unitCodes'>

/** More than a unit ever has; whoever has more decides these first. */
const atOnce = 50

/**
 * Second claims to an ID number. The unit that has approved an application of the person decides; where none has, whoever was first may have
 * named any unit, so the claimant's decides. Never the claimant, who may be a contact too.
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
    const units = await this.places.unitsOf({ unitCodes: principal.unitCodes, departmentCodes: [] })
    const rows = await manager
      .createQueryBuilder(ClaimRow, 'c')
      .where(`c.state = 'open' and c.accountId <> :accountId`, { accountId: principal.accountId })
      .andWhere((query) => `exists ${this.ofUnits(query, units).getQuery()}`)
      .orderBy('c.openedAt')
      .take(atOnce)
      .getMany()
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

  /** Claims in which a unit of the contact has any part at all. */
  private ofUnits(query: SelectQueryBuilder<ClaimRow>, units: UnitNames): SelectQueryBuilder<ApplicationRow> {
    const [codes, names] = [units.map(({ code }) => code), units.map(({ name }) => name)]
    return query
      .subQuery()
      .select('1')
      .from(ApplicationRow, 'a')
      .where('(a.id = c.applicationId or a.personId = c.personId)')
      .andWhere('(a.unitCode in (:...codes) or a.unitName in (:...names))')
      .setParameters({ codes: ['', ...codes], names: ['', ...names] })
  }

  private async decides(manager: EntityManager, claim: ClaimRow, { unitCodes }: Contact): Promise<boolean> {
    const order = { submittedAt: 'DESC' } as const
    const others = await manager.find(ApplicationRow, {
      where: { personId: claim.personId, accountId: Not(claim.accountId), attestation: Not(IsNull()) },
      order,
    })
    const approved = others.find(({ liveKey }) => liveKey !== null) ?? others[0]
    const row = approved ?? (await manager.findOneBy(ApplicationRow, { id: claim.applicationId }))
    const unit = row && (await this.places.of(row)).unit
    return unit?.code !== undefined && unitCodes.includes(unit.code)
  }
}
