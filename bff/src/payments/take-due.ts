import { Brackets, type EntityManager, type EntityTarget, type UpdateResult } from 'typeorm'
import type { Transactions } from '../platform/database/transaction'
import { addSeconds, type Clock } from '../platform/time/clock'

/** Longer than all calls that one turn makes. After a crash of the worker the row is taken up again then. */
const leaseSeconds = 60
/** Several workers see the same first row: the others go on to the next. */
const candidates = 8

interface Leased {
  version: number
  leaseUntil: Date | null
}

interface Kind<T extends Leased> {
  entity: EntityTarget<T>
  /** Property of the instant at which a row is due. */
  due: keyof T & string
  /** Puts the lease on the row as long as it has the version that was read. */
  lease: (manager: EntityManager, row: T, lease: Leased) => Promise<UpdateResult>
}

/** Takes the row that is due longest, so that of several workers exactly one has it: compare-and-set on its version. */
export async function takeDue<T extends Leased>(
  transactions: Transactions,
  clock: Clock,
  { entity, due, lease }: Kind<T>,
): Promise<T | undefined> {
  const now = clock.now()
  const free = new Brackets((either) =>
    either.where('due.leaseUntil is null').orWhere('due.leaseUntil <= :now', { now }),
  )
  const rows = await transactions.read((manager) =>
    manager
      .createQueryBuilder(entity, 'due')
      .where(`due.${due} <= :now`, { now })
      .andWhere(free)
      .orderBy(`due.${due}`, 'ASC')
      .limit(candidates)
      .getMany(),
  )
  for (const row of rows) {
    const leased: Leased = { version: row.version + 1, leaseUntil: addSeconds(now, leaseSeconds) }
    const { affected } = await transactions.run((manager) => lease(manager, row, leased))
    if (affected === 1) return Object.assign(row, leased)
  }
  return undefined
}
