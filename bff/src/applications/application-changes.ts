import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ApplicationView } from '../contract'
import { isDuplicate, Transactions } from '../platform/database/transaction'
import { staleVersion } from '../platform/errors/app-error'
import type { IdempotentCall } from '../platform/http/idempotent-call'
import { IdempotentCalls } from '../platform/http/idempotent-calls'
import { refuse } from './refuse'
import type { ApplicationRow } from './rows/application-row'
import { load, loadVersion } from './store'
import { Claims } from './submission/claims'
import { ClaimNeeded } from './submission/people'
import { RowChanged } from './row-changed'
import { Views } from './views/views'

type Stored = () => Promise<object>
type Work = (manager: EntityManager, row: ApplicationRow) => Promise<void>

/** Runs one change of one application and answers what is stored then; what went wrong on the way becomes an answer that loses nothing. */
@Injectable()
export class ApplicationChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly calls: IdempotentCalls,
    private readonly claims: Claims,
    private readonly views: Views,
  ) {}

  async view(id: string, whole = false): Promise<ApplicationView> {
    return this.transactions.read(async (manager) => this.views.of(manager, await load(manager, id), whole))
  }

  /** An edit: no key, since a repeat with an old version is refused. @throws AppError `version-conflict` {stored} */
  async edit(id: string, version: number, work: Work): Promise<ApplicationView> {
    await this.told(id, () =>
      this.transactions.run(async (manager) => work(manager, await loadVersion(manager, id, version))),
    )
    return this.view(id, true)
  }

  /**
   * A step: done once per key; a repeat answers the application as it is now.
   * @param stored what the caller may see of the application when somebody else was first; absent: the person's own whole view
   */
  async step(id: string, version: number, call: IdempotentCall, work: Work, stored?: Stored): Promise<void> {
    const once = () =>
      this.calls.run(call, async (manager) => {
        await work(manager, await loadVersion(manager, id, version))
        return { id }
      })
    // Two first submissions of one person at the same moment: the second finds, on its second try, what the first has written.
    await this.told(
      id,
      () => once().catch((error: unknown) => (isDuplicate(error) ? once() : Promise.reject(error))),
      stored,
    )
  }

  private async told<T>(id: string, work: () => Promise<T>, stored: Stored = () => this.view(id, true)): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof RowChanged) throw staleVersion(await stored())
      if (error instanceof ClaimNeeded) throw await this.claimed(id, error)
      throw error
    }
  }

  private async claimed(id: string, { personId }: ClaimNeeded): Promise<Error> {
    const row = await this.transactions.read((manager) => load(manager, id))
    const claim = await this.claims.open(personId, row)
    return refuse('id-number-claimed', { claimId: claim.id, state: claim.state })
  }
}
