import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ContactRole, ContactUnit, ReviewView } from '../../contract'
import { reviewWindow } from '../../eligibility/deadlines'
import { Law } from '../../eligibility/law'
import { Transactions } from '../../platform/database/transaction'
import type { Principal } from '../../platform/http/principal'
import { AccessLog } from '../../platform/privacy/access-log'
import { Clock } from '../../platform/time/clock'
import { CampaignReference } from '../../units/campaign-reference'
import { Places } from '../places'
import { refuse } from '../refuse'
import type { ApplicationRow } from '../rows/application-row'
import { RemarkRow } from '../rows/person-rows'
import { load } from '../store'
import { Views } from '../views/views'
import { deskRole, ownApplication, turnOf, type Contact } from './desk-role'

/** One application as the contact sees it. Every view is written down, in the transaction of the read. */
@Injectable()
export class DeskViews {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: AccessLog,
    private readonly views: Views,
    private readonly places: Places,
    private readonly reference: CampaignReference,
    private readonly law: Law,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `not-found`, `not-your-unit` */
  async of(id: string, caller: Principal): Promise<ReviewView> {
    return this.transactions.run(async (manager) => {
      const row = await load(manager, id)
      const role = await this.roleFor(row, caller)
      const viewer = { viewerAccountId: caller.accountId, viewerRole: role, requestId: caller.requestId }
      await this.log.record(manager, [{ ...viewer, subject: `application:${row.id}`, part: 'review' }])
      return {
        ...(await this.views.of(manager, row)),
        deskActions: (await ownApplication(manager, row, caller)) ? [] : await this.actionsOf(row, role),
        role,
        unknownEvents: await remarksOf(manager, id),
      }
    })
  }

  /** As what this contact may see it. @throws AppError `not-found`, `not-your-unit` */
  async roleOf(id: string, caller: Contact): Promise<ContactRole> {
    return this.transactions.read(async (manager) => this.roleFor(await load(manager, id), caller))
  }

  async placesOf({ unitCodes, departmentCodes }: Principal): Promise<ContactUnit[]> {
    const { data } = await this.reference.current()
    const of = (places: { code: string; name: string }[], codes: string[], role: ContactRole) =>
      places.filter(({ code }) => codes.includes(code)).map(({ code, name }) => ({ code, name, role }))
    return [
      ...of(data.units, unitCodes, 'unit-contact'),
      ...of(data.departments, departmentCodes, 'department-contact'),
    ]
  }

  /** A draft is nobody's business but its author's, until it is submitted. */
  private async roleFor(row: ApplicationRow, caller: Contact): Promise<ContactRole> {
    const place = await this.places.of(row)
    const role = deskRole(place, caller, row.state)
    if (row.submittedAt === null) throw refuse('not-found')
    return role
  }

  private async actionsOf(row: ApplicationRow, role: ContactRole): Promise<ReviewView['deskActions']> {
    if (turnOf(row.state, await this.places.of(row)) !== role) return []
    const { pack } = await this.law.inForce(row.campaign)
    return reviewWindow(pack, this.clock.now()).closed ? [] : ['approve', 'return']
  }
}

async function remarksOf(manager: EntityManager, applicationId: string): Promise<ReviewView['unknownEvents']> {
  const rows = await manager.find(RemarkRow, { where: { applicationId }, order: { seq: 'ASC' } })
  return rows.map(({ seq, type, at }) => ({ seq, type, at: at.toISOString() }))
}
