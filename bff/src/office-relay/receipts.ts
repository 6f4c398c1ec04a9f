import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { OfficeDoor, type Receipt } from '../applications/office-door'
import { HeldChanges } from './held-changes'

/** The office has a message, under this number and as this revision. */
@Injectable()
export class Receipts {
  constructor(
    private readonly door: OfficeDoor,
    private readonly held: HeldChanges,
  ) {}

  async settle(manager: EntityManager, applicationId: string, receipt: Receipt): Promise<void> {
    await this.door.delivered(manager, applicationId, receipt)
    await this.held.release(manager, receipt.recordNo)
  }
}
