import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Transactions } from '../../platform/database/transaction'
import { notFound } from '../../platform/errors/app-error'
import { Clock } from '../../platform/time/clock'
import { refuse } from '../refuse'
import type { ApplicationRow } from '../rows/application-row'
import { ClaimRow, PersonAccountRow } from '../rows/person-rows'

/** Second claims to an ID number. Nobody is locked out: the draft stays, and the account that was first goes on as before. */
@Injectable()
export class Claims {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Opens the claim, or finds the one that this account has made before. Commits by itself. */
  async open(personId: string, row: Pick<ApplicationRow, 'id' | 'accountId'>): Promise<ClaimRow> {
    return this.transactions.run(async (manager) => {
      const known = await manager.findOneBy(ClaimRow, { personId, accountId: row.accountId })
      if (known) return known
      const claim: ClaimRow = {
        id: randomUUID(),
        personId,
        accountId: row.accountId,
        applicationId: row.id,
        state: 'open',
        openedAt: this.clock.now(),
        decidedAt: null,
        decidedBy: null,
      }
      await manager.insert(ClaimRow, claim)
      return claim
    })
  }

  /** Granted: the account is the person's own from now on; who acted before keeps what it made, as a helper. */
  async decide(manager: EntityManager, id: string, granted: boolean, accountId: string): Promise<void> {
    const claim = await manager.findOneBy(ClaimRow, { id })
    if (!claim) throw notFound()
    const decidedAt = this.clock.now()
    const decision = { state: granted ? ('granted' as const) : ('refused' as const), decidedAt, decidedBy: accountId }
    const result = await manager.update(ClaimRow, { id, state: 'open' }, decision)
    if (result.affected !== 1) throw refuse('not-possible-now', { state: claim.state, event: 'decided' })
    if (!granted) return
    const acting = { personId: claim.personId, accountId: claim.accountId }
    await manager.update(PersonAccountRow, { personId: claim.personId }, { role: 'helper' })
    await manager.insert(PersonAccountRow, { ...acting, role: 'own', createdAt: decidedAt })
  }

  async ofApplication(manager: EntityManager, row: Pick<ApplicationRow, 'id' | 'accountId'>): Promise<ClaimRow | null> {
    return manager.findOneBy(ClaimRow, { applicationId: row.id, accountId: row.accountId })
  }
}
