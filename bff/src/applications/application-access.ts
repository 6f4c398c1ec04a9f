import { Injectable, type OnModuleInit } from '@nestjs/common'
import { In } from 'typeorm'
import { Transactions } from '../platform/database/transaction'
import { OwnershipRules } from '../platform/http/ownership-rules'
import { ApplicationRow } from './rows/application-row'
import { peopleOf } from './submission/people'

/** An account sees the applications that it made, and those of the people for whom it acts. */
@Injectable()
export class ApplicationAccess implements OnModuleInit {
  constructor(
    private readonly rules: OwnershipRules,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.rules.register('own-application', ({ accountId }, { id = '' }) => this.owns(accountId, id))
  }

  async owns(accountId: string, id: string): Promise<boolean> {
    return this.transactions.read(async (manager) => {
      const row = await manager.findOne(ApplicationRow, { select: { accountId: true, personId: true }, where: { id } })
      if (!row) return false
      if (row.accountId === accountId) return true
      return row.personId !== null && (await peopleOf(manager, accountId)).includes(row.personId)
    })
  }

  /** Newest first. */
  async listOf(accountId: string): Promise<ApplicationRow[]> {
    return this.transactions.read(async (manager) => {
      const people = await peopleOf(manager, accountId)
      const where = [{ accountId }, ...(people.length > 0 ? [{ personId: In(people) }] : [])]
      return manager.find(ApplicationRow, { where, order: { createdAt: 'DESC', id: 'ASC' }, take: 100 })
    })
  }
}
