import { Injectable } from '@nestjs/common'
import { LessThanOrEqual, type EntityManager } from 'typeorm'
import { isDuplicate } from '../../platform/database/transaction'
import { Clock } from '../../platform/time/clock'
import { GrantRow } from '../rows/reader-rows'

export interface Grant {
  accountId: string
  /** Id of the template at WeChat. */
  templateId: string
}

/** How many subscribe messages may still be sent to whom: one per consent, as WeChat counts them. */
@Injectable()
export class Grants {
  constructor(private readonly clock: Clock) {}

  /** Compare-and-set, so that two messages never go on one consent. False: none is left. */
  async take(manager: EntityManager, grant: Grant): Promise<boolean> {
    return this.move(manager, grant, 'messages_left - 1', 'and messages_left > 0')
  }

  /** What was taken was not used. */
  async giveBack(manager: EntityManager, grant: Grant): Promise<void> {
    await this.move(manager, grant, 'messages_left + 1')
  }

  /** The person accepted once more. */
  async add(manager: EntityManager, grant: Grant): Promise<void> {
    if (await this.accept(manager, grant)) return
    const row = { ...grant, left: 1, changedAt: this.clock.now() }
    try {
      await manager.createQueryBuilder().insert().into(GrantRow).values(row).updateEntity(false).execute()
    } catch (error) {
      if (!isDuplicate(error) || !(await this.accept(manager, grant))) throw error
    }
  }

  /** WeChat takes no more, as it said to what was asked at `asOf`: an acceptance after that stays. */
  async end(manager: EntityManager, grant: Grant, asOf: Date): Promise<void> {
    const changes = { left: 0, changedAt: this.clock.now() }
    await manager.update(GrantRow, { ...grant, changedAt: LessThanOrEqual(asOf) }, changes)
  }

  private async accept(manager: EntityManager, grant: Grant): Promise<boolean> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(GrantRow)
      .set({ left: () => 'messages_left + 1', changedAt: this.clock.now() })
      .where('account_id = :accountId and template_id = :templateId', grant)
      .execute()
    return affected === 1
  }

  /** `changed_at` stays: it says when WeChat last told us something. */
  private async move(manager: EntityManager, grant: Grant, left: string, condition = ''): Promise<boolean> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(GrantRow)
      .set({ left: () => left })
      .where(`account_id = :accountId and template_id = :templateId ${condition}`, grant)
      .execute()
    return affected === 1
  }
}
