import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { OfficeDoor } from '../applications/office-door'
import type { OfficeChange } from '../contract'
import { FieldCipher } from '../platform/privacy/field-cipher'
import { Clock } from '../platform/time/clock'
import { OfficeChangeRow } from './change-rows'

/** Every event of the feed as it came, and those that came before the receipt of their application did. */
@Injectable()
export class HeldChanges {
  constructor(
    private readonly door: OfficeDoor,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  async keep(manager: EntityManager, change: OfficeChange, outcome: OfficeChangeRow['outcome']): Promise<void> {
    await this.insert(manager, change, outcome, change)
  }

  /** What an event says may be just what the database refuses: only what fits anyhow stands outside of its content. */
  async park(manager: EntityManager, change: OfficeChange): Promise<void> {
    const at = this.clock.now().toISOString()
    await this.insert(manager, { ...change, recordNo: change.recordNo?.slice(0, 64), at }, 'parked', change)
    await this.door.park(manager, change, new Date(at))
  }

  /** Held while its receipt was being settled elsewhere: nobody else would come back for it. */
  async releaseAll(manager: EntityManager): Promise<void> {
    const rows = await manager.find(OfficeChangeRow, { select: { recordNo: true }, where: { outcome: 'held' } })
    for (const recordNo of new Set(rows.map((row) => row.recordNo))) {
      if (recordNo !== null) await this.release(manager, recordNo)
    }
  }

  private async insert(
    manager: EntityManager,
    { seq, recordNo, type, at }: OfficeChange,
    outcome: OfficeChangeRow['outcome'],
    whole: OfficeChange,
  ): Promise<void> {
    const content = { sealed: this.cipher.seal(place(seq), JSON.stringify(whole)) }
    await manager.insert(OfficeChangeRow, {
      seq,
      recordNo: recordNo ?? null,
      type,
      at: new Date(at),
      content,
      outcome,
      receivedAt: this.clock.now(),
    })
  }

  /** The record number is known now: what was held for it follows, in order. */
  async release(manager: EntityManager, recordNo: string): Promise<void> {
    const rows = await manager.find(OfficeChangeRow, { where: { recordNo, outcome: 'held' }, order: { seq: 'ASC' } })
    for (const { seq, content } of rows) {
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- sealed by `keep` above and authenticated by its key
      const change = JSON.parse(this.cipher.open(place(seq), content.sealed)) as OfficeChange
      const outcome = await this.door.report(manager, { ...change, recordNo })
      if (outcome === 'held') return
      await manager.update(OfficeChangeRow, { seq }, { outcome })
    }
  }
}

const place = (seq: number): string => `office-change:${seq}`
