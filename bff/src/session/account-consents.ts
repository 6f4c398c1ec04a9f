import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { type ConsentKind, consentVersions } from '../contract/session'
import { isDuplicate, Transactions } from '../platform/database/transaction'
import { AppError } from '../platform/errors/app-error'
import { Consents } from '../platform/privacy/consents'
import { Clock } from '../platform/time/clock'
import { ConsentRow } from './rows/consent-row'

/** Consents of accounts: only to words that exist, each version once. */
@Injectable()
export class AccountConsents extends Consents {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super()
  }

  /** @throws AppError `consent-needed` {kind, version} where the words have no such version */
  async give(accountId: string, kind: ConsentKind, version: string): Promise<void> {
    if (!consentVersions[kind].includes(version)) throw needed(kind)
    const row = { id: randomUUID(), accountId, kind, version, at: this.clock.now() }
    try {
      await this.transactions.run((manager) =>
        manager.createQueryBuilder().insert().into(ConsentRow).values(row).updateEntity(false).execute(),
      )
    } catch (error) {
      // Given before: the first time counts.
      if (!isDuplicate(error)) throw error
    }
  }

  async demand(accountId: string, kind: ConsentKind): Promise<void> {
    const where = { accountId, kind, version: In([...consentVersions[kind]]) }
    if (!(await this.transactions.read((manager) => manager.existsBy(ConsentRow, where)))) throw needed(kind)
  }
}

const needed = (kind: ConsentKind): AppError =>
  new AppError('consent-needed', { kind, version: consentVersions[kind].at(-1) })
