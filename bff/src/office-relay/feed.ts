import { Injectable, Logger } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { OfficeDoor } from '../applications/office-door'
import { RowChanged } from '../applications/row-changed'
import type { OfficeChange } from '../contract'
import { isDuplicate, isRefusedValue, Transactions } from '../platform/database/transaction'
import { Jobs } from '../platform/jobs/jobs'
import { OfficeClient } from '../platform/office/office-client'
import { FeedRow, type OfficeChangeRow } from './change-rows'
import { HeldChanges } from './held-changes'
import { parseChanges } from './parse-changes'

const name = 'exam-office'
const pageSize = 100
const tries = 5

/** The office's events, applied in order and each once. A gap is asked for again and never skipped. */
@Injectable()
export class Feed {
  private readonly logger = new Logger('office-relay')

  constructor(
    private readonly transactions: Transactions,
    private readonly office: OfficeClient,
    private readonly door: OfficeDoor,
    private readonly held: HeldChanges,
    private readonly jobs: Jobs,
  ) {}

  /** Reads until nothing more comes. Answers how many were applied; throws where the office cannot be read, or keeps back an event. */
  async pull(): Promise<number> {
    await this.begin()
    let total = 0
    for (let fruitless = 0; fruitless < tries;) {
      const after = await this.lastSeq()
      const page = await this.page(after)
      if (page.every(({ seq }) => seq <= after)) return this.finish(total)
      const applied = await this.applyInOrder(page, after)
      total += applied
      fruitless = applied > 0 ? 0 : fruitless + 1
    }
    throw new Error(`the feed has a gap after ${await this.lastSeq()}`)
  }

  /** Up to the first gap; what was applied before is passed over. */
  private async applyInOrder(page: OfficeChange[], after: number): Promise<number> {
    let last = after
    for (const change of page) {
      if (change.seq > last + 1) break
      if (change.seq <= last) continue
      await this.applyOnce(change)
      last = change.seq
    }
    return last - after
  }

  private async finish(total: number): Promise<number> {
    await this.transactions.run((manager) => this.held.releaseAll(manager))
    return total
  }

  private async page(after: number): Promise<OfficeChange[]> {
    const result = await this.office.send({ method: 'GET', path: `/v1/changes?after=${after}&limit=${pageSize}` })
    if (result.kind !== 'answer') throw new Error(`${result.kind}: ${result.reason}`)
    const answer = result.status === 200 ? parseChanges(result.body) : undefined
    if (!answer) throw new Error(`the feed answers with status ${result.status} what cannot be read`)
    return answer.changes
  }

  private async applyOnce(change: OfficeChange): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.transactions.run((manager) => this.apply(manager, change))
        break
      } catch (error) {
        if (isRefusedValue(error)) return this.park(change, error)
        if (!(error instanceof RowChanged) || attempt === tries) throw error
      }
    }
    if (change.type === 'schedule-changed') await this.jobs.hurry('refresh-reference')
  }

  private async apply(manager: EntityManager, change: OfficeChange): Promise<void> {
    if (!(await this.moveTo(manager, change.seq))) return
    const outcome = await this.outcomeOf(manager, change)
    await this.held.keep(manager, change, outcome)
    if (outcome === 'kept') this.logger.warn({ seq: change.seq, type: change.type }, 'an event that has no place here')
  }

  /** It would be refused each time it comes, and the feed of everybody would end with it. */
  private async park(change: OfficeChange, error: unknown): Promise<void> {
    const { seq, type } = change
    this.logger.error({ err: error, seq, type }, 'an event cannot be applied; it is kept for staff')
    await this.transactions.run(async (manager) => {
      if (await this.moveTo(manager, seq)) await this.held.park(manager, change)
    })
  }

  /** False: another process has been there. */
  private async moveTo(manager: EntityManager, seq: number): Promise<boolean> {
    return (await manager.update(FeedRow, { name, lastSeq: seq - 1 }, { lastSeq: seq })).affected === 1
  }

  private async outcomeOf(manager: EntityManager, change: OfficeChange): Promise<OfficeChangeRow['outcome']> {
    const { recordNo } = change
    if (recordNo === undefined) return 'campaign'
    // Its receipt may have been settled by another process after an earlier event was held: the earlier one comes first.
    await this.held.release(manager, recordNo)
    return this.door.report(manager, { ...change, recordNo })
  }

  private async lastSeq(): Promise<number> {
    const row = await this.transactions.read((manager) => manager.findOneBy(FeedRow, { name }))
    return row?.lastSeq ?? 0
  }

  private async begin(): Promise<void> {
    if (await this.transactions.read((manager) => manager.existsBy(FeedRow, { name }))) return
    try {
      await this.transactions.run((manager) => manager.insert(FeedRow, { name, lastSeq: 0 }))
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }
}
