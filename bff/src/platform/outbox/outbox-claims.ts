import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Brackets, DataSource, In, type EntityManager, type SelectQueryBuilder } from 'typeorm'
import { findRows } from '../database/hot-rows'
import { Transactions } from '../database/transaction'
import { addSeconds, Clock } from '../time/clock'
import { OutboxRow } from './outbox-row'

const leaseSeconds = 120

/** Takes messages for sending, so that of several workers exactly one gets each. No lock is held while sending. */
@Injectable()
export class OutboxClaims {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async take(topics: string[], limit: number): Promise<OutboxRow[]> {
    const claim = randomUUID()
    const claimed = await this.transactions.run(async (manager) => {
      const due = await this.due(manager, topics, limit)
      return due.length > 0 && (await this.mark(manager, due, claim)) > 0
    })
    if (!claimed) return []
    const rows = await this.transactions.read((manager) => findRows(manager, OutboxRow, { claim }))
    return rows.sort((one, other) => one.seq - other.seq)
  }

  /** Two questions, so that each is answered from its index, however many messages are done. */
  private async due(manager: EntityManager, topics: string[], limit: number): Promise<number[]> {
    const lapsed = await this.first(manager, topics, { of: 'lapsed', limit })
    if (lapsed.length === limit) return lapsed
    return [...lapsed, ...(await this.first(manager, topics, { of: 'waiting', limit: limit - lapsed.length }))]
  }

  private async first(
    manager: EntityManager,
    topics: string[],
    { of, limit }: { of: keyof typeof free; limit: number },
  ): Promise<number[]> {
    const query = manager
      .createQueryBuilder(OutboxRow, 'o')
      .select('o.seq', 'seq')
      .where('o.topic in (:...topics)', { topics })
      .andWhere(free[of]('o.state', 'o.dueAt', 'o.leaseUntil'), { now: this.clock.now() })
      .andWhere(isFirstOfItsAggregate)
      .orderBy('o.dueAt')
      .addOrderBy('o.seq')
      .limit(limit)
    const rows = await this.skippingLocked(query).getRawMany<{ seq: number }>()
    return rows.map(({ seq }) => seq)
  }

  /** Compare and set: only rows that are still free become ours. */
  private async mark(manager: EntityManager, seqs: number[], claim: string): Promise<number> {
    const result = await manager
      .createQueryBuilder()
      .update(OutboxRow)
      .set({
        state: 'sending',
        claim,
        attempts: () => 'attempts + 1',
        leaseUntil: addSeconds(this.clock.now(), leaseSeconds),
      })
      .where({ seq: In(seqs) })
      .andWhere(this.isFree())
      .execute()
    return result.affected ?? 0
  }

  private isFree(): Brackets {
    const now = this.clock.now()
    const [waiting, lapsed] = [free.waiting, free.lapsed].map((one) => one('state', 'due_at', 'lease_until'))
    return new Brackets((either) => either.where(`(${waiting})`, { now }).orWhere(`(${lapsed})`, { now }))
  }

  /** Only speeds the claim where several workers meet: they look at different rows. */
  private skippingLocked(query: SelectQueryBuilder<OutboxRow>): SelectQueryBuilder<OutboxRow> {
    if (this.dataSource.options.type === 'better-sqlite3') return query
    return query.setLock('pessimistic_write').setOnLocked('skip_locked')
  }
}

/** Waiting and due, or taken by a worker that has not come back within its lease. */
const free = {
  waiting: (state: string, due: string, _lease: string) => `${state} = 'waiting' and ${due} <= :now`,
  lapsed: (state: string, _due: string, lease: string) => `${state} = 'sending' and ${lease} <= :now`,
}

const isFirstOfItsAggregate = (query: SelectQueryBuilder<OutboxRow>): string => {
  const earlier = query
    .subQuery()
    .select('1')
    .from(OutboxRow, 'e')
    .where('e.aggregate = o.aggregate and e.seq < o.seq')
    .andWhere(`e.state <> 'done'`)
  return `not exists ${earlier.getQuery()}`
}
