import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { WithdrawRequest } from '../contract'
import { Places } from './places'
import type { ApplicationRow } from './rows/application-row'
import { Transitions, type Actor } from './transitions'

/** By the person, before confirmation; the office is told where it has the application. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly places: Places,
    private readonly transitions: Transitions,
  ) {}

  /** @throws AppError `not-possible-now`; RowChanged */
  async withdraw(
    manager: EntityManager,
    row: ApplicationRow,
    { reason }: WithdrawRequest,
    actor: Actor,
  ): Promise<void> {
    const happening = { event: 'withdrawn' as const, actor, ...(reason && { facts: { reason } }) }
    await this.transitions.take(manager, row, happening, await this.places.standing(row), { openReturn: null })
  }
}
