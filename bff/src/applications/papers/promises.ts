import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { IsBoolean, IsString, MaxLength, MinLength } from 'class-validator'
import type { EntityManager } from 'typeorm'
import { consentVersions, type PromiseRequest } from '../../contract'
import { Transactions } from '../../platform/database/transaction'
import { Clock } from '../../platform/time/clock'
import { refuse } from '../refuse'
import { ApplicationRow, type StoredSupplement } from '../rows/application-row'
import { ApplicationConsentRow } from '../rows/person-rows'
import { loadLocked } from '../store'
import { Papers } from './papers'

export class PromiseDto implements PromiseRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  paper: string

  @IsBoolean()
  agreed: boolean

  @IsString()
  @MinLength(1)
  @MaxLength(32)
  version: string
}

/** 容缺承诺 (三(三)): a paper that is not filed yet is promised, with the words that were on the screen and the time; or that is taken back. */
@Injectable()
export class Promises {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly papers: Papers,
  ) {}

  /**
   * The version of the application stays: nothing of what the person types is touched.
   * @throws AppError `not-found`, `paper-unknown`, `promise-not-allowed`, `not-editable`, `consent-needed`
   */
  async put(applicationId: string, accountId: string, request: PromiseRequest): Promise<void> {
    await this.transactions.run(async (manager) => {
      const row = await loadLocked(manager, applicationId)
      await this.checkAllowed(manager, row, request)
      const others = (row.supplements ?? []).filter(({ item }) => item !== `papers.${request.paper}`)
      const promise = request.agreed ? [await this.agree(manager, row, accountId, request)] : []
      await manager.update(ApplicationRow, { id: row.id }, { supplements: [...others, ...promise] })
    })
  }

  private async checkAllowed(manager: EntityManager, row: ApplicationRow, request: PromiseRequest): Promise<void> {
    const asked = await this.papers.asked(row)
    const item = asked.find(({ id }) => id === request.paper)
    if (!item) throw refuse('paper-unknown', { paper: request.paper })
    if (!item.promiseAllowed) throw refuse('promise-not-allowed', { paper: request.paper })
    const paper = (await this.papers.ofRow(manager, row)).find((one) => one.item.id === request.paper)
    if (!paper?.promisable) throw refuse('not-editable', { items: [`papers.${request.paper}`] })
  }

  private async agree(
    manager: EntityManager,
    row: ApplicationRow,
    accountId: string,
    { paper, version }: PromiseRequest,
  ): Promise<StoredSupplement> {
    if (!consentVersions.undertaking.includes(version))
      throw refuse('consent-needed', { kind: 'undertaking', version: consentVersions.undertaking.at(-1) })
    const at = this.clock.now()
    const consent = { id: randomUUID(), applicationId: row.id, accountId, relation: null }
    await manager.insert(ApplicationConsentRow, { ...consent, kind: 'undertaking', version, at })
    return { item: `papers.${paper}`, state: 'open', promisedAt: at.toISOString(), version }
  }
}
