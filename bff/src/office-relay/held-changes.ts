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
    const { seq, recordNo = null, type, at } = change
    const sealed = this.cipher.seal(place(seq), JSON.stringify(change))
    const row = { seq, recordNo, type, at: new Date(at), sealed, outcome, receivedAt: this.clock.now() }
    await manager.insert(OfficeChangeRow, row)
  }

  /** Held while its receipt was being settled elsewhere: nobody else would come back for it. */
  async releaseAll(manager: EntityManager): Promise<void> {
    const rows = await manager.find(OfficeChangeRow, { select: { recordNo: true }, where: { outcome: 'held' } })
    for (const recordNo of new Set(rows.map((row) => row.recordNo))) {
      if (recordNo !== null) await this.release(manager, recordNo)
    }
  }

  /** The record number is known now: what was held for it follows, in order. */
  async release(manager: EntityManager, recordNo: string): Promise<void> {
    const rows = await manager.find(OfficeChangeRow, { where: { recordNo, outcome: 'held' }, order: { seq: 'ASC' } })
    for (const { seq, sealed } of rows) {
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- sealed by `keep` above and authenticated by its key
      const change = JSON.parse(this.cipher.open(place(seq), sealed)) as OfficeChange
      const outcome = await this.door.report(manager, { ...change, recordNo })
      if (outcome === 'held') return
      await manager.update(OfficeChangeRow, { seq }, { outcome })
    }
  }
}

const place = (seq: number): string => `office-change:${seq}`
