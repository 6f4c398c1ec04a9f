import { AsyncLocalStorage } from 'node:async_hooks'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'

type Work<T> = (manager: EntityManager) => Promise<T>

const tries = 3

/**
 * Every write goes through `run`. TypeORM keeps one connection to SQLite: a write beside an open transaction would join
 * it, and a second transaction would fail, so there they queue. On a server each has its own connection.
 */
@Injectable()
export class Transactions {
  private readonly open = new AsyncLocalStorage<EntityManager>()
  private tail: Promise<unknown> = Promise.resolve()

  constructor(private readonly dataSource: DataSource) {}

  /** Commits what `work` wrote, or nothing if it throws. A nested call throws at once: hand the manager down instead. */
  async run<T>(work: Work<T>): Promise<T> {
    if (this.open.getStore()) throw new Error('A transaction is open already: hand its manager down')
    const guarded: Work<T> = (manager) => this.open.run(manager, () => work(manager))
    if (this.onSqlite) return this.inTurn(() => this.dataSource.transaction(guarded))
    return this.retrying(() => this.dataSource.transaction('READ COMMITTED', guarded))
  }

  /** Reads committed rows only; inside `run` or another `read` it reads with that manager, since it would wait for itself. */
  async read<T>(work: Work<T>): Promise<T> {
    const outer = this.open.getStore()
    if (outer) return work(outer)
    const { manager } = this.dataSource
    const guarded = (): Promise<T> => this.open.run(manager, () => work(manager))
    return this.onSqlite ? this.inTurn(guarded) : guarded()
  }

  get onSqlite(): boolean {
    return this.dataSource.options.type === 'better-sqlite3'
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.tail.then(work)
    this.tail = mine.catch(() => undefined)
    return mine
  }

  /** The server ends one of two transactions that wait for each other; that one simply begins anew. */
  private async retrying<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work()
      } catch (error) {
        if (attempt === tries || driverCode(error) !== 'ER_LOCK_DEADLOCK') throw error
      }
    }
  }
}

export function isDuplicate(error: unknown): boolean {
  const code = driverCode(error)
  return code === 'ER_DUP_ENTRY' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}

/** A value that its column will never take, however often it comes: too long, out of range, or no text, instant or JSON at all. */
export function isRefusedValue(error: unknown): boolean {
  return refusedValues.has(driverCode(error))
}

const refusedValues: ReadonlySet<unknown> = new Set([
  'ER_DATA_TOO_LONG',
  'ER_WARN_DATA_OUT_OF_RANGE',
  'ER_TRUNCATED_WRONG_VALUE',
  'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD',
  'ER_CONSTRAINT_FAILED',
  'ER_INVALID_JSON_TEXT',
])

function driverCode(error: unknown): unknown {
  const driverError = error instanceof Error && 'driverError' in error ? error.driverError : undefined
  return typeof driverError === 'object' && driverError !== null && 'code' in driverError ? driverError.code : undefined
}
