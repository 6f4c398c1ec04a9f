import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm'

/*
 * Single rows on hot paths. The query builder takes most of the time of a short statement; here the text is put together from what TypeORM knows of
 * the table, and its driver prepares and reads the values, so that both databases are served.
 */

/** All of them equal. Property names. */
export type Equal<T> = { [K in keyof T]?: NonNullable<T[K]> }

type Column = EntityMetadata['columns'][number]

interface Table {
  name: string
  /** By property name, without the one that the database counts up. */
  columns: ReadonlyMap<string, Column>
  /** Every column, as they are selected. */
  list: string
}

const tables = new WeakMap<EntityMetadata, Table>()

function tableOf(manager: EntityManager, metadata: EntityMetadata): Table {
  const known = tables.get(metadata)
  if (known) return known
  const { driver } = manager.connection
  const table = {
    name: driver.escape(metadata.tableName),
    columns: new Map(metadata.columns.map((column) => [column.propertyName, column])),
    list: metadata.columns.map(({ databaseName }) => driver.escape(databaseName)).join(', '),
  }
  tables.set(metadata, table)
  return table
}

/** Inserts the row; what it lacks is null, what the database counts up is left to it. Throws as TypeORM does. */
export async function insertRow<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  row: Partial<T>,
): Promise<void> {
  const { driver } = manager.connection
  const { name, columns } = tableOf(manager, manager.connection.getMetadata(entity))
  const own = [...columns.values()].filter(({ isGenerated }) => !isGenerated)
  const names = own.map(({ databaseName }) => driver.escape(databaseName)).join(', ')
  const values: unknown[] = own.map((column) => driver.preparePersistentValue(row[column.propertyName] ?? null, column))
  await write(manager, `INSERT INTO ${name} (${names}) VALUES (${own.map(() => '?').join(', ')})`, values)
}

/** Compare and set. Answers how many rows were changed. A property that is undefined is left as it is. */
export async function changeRow<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: Equal<T>,
  changes: Partial<T>,
): Promise<number> {
  const table = tableOf(manager, manager.connection.getMetadata(entity))
  const [set, to] = pairs(manager, table, changes)
  const [only, of] = pairs(manager, table, where)
  const sql = `UPDATE ${table.name} SET ${set.join(', ')} WHERE ${only.join(' AND ')}`
  return write(manager, sql, [...to, ...of])
}

/** `lock`: nobody else changes it until the transaction ends. On SQLite one writer is alone anyhow. */
export async function findRow<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: Equal<T>,
  lock?: 'lock',
): Promise<T | null> {
  const locking = lock && manager.connection.options.type !== 'better-sqlite3' ? ' FOR UPDATE' : ''
  const [row] = await select(manager, entity, where, ` LIMIT 1${locking}`)
  return row ?? null
}

/** In no order. */
export async function findRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: Equal<T>,
): Promise<T[]> {
  return select(manager, entity, where, '')
}

async function select<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: Equal<T>,
  end: string,
): Promise<T[]> {
  const { driver } = manager.connection
  const metadata = manager.connection.getMetadata(entity)
  const table = tableOf(manager, metadata)
  const [only, of] = pairs(manager, table, where)
  const sql = `SELECT ${table.list} FROM ${table.name} WHERE ${only.join(' AND ')}${end}`
  const found: Record<string, unknown>[] = await manager.query(sql, of)
  return found.map((raw) => {
    const row: T = metadata.create()
    for (const column of metadata.columns)
      column.setEntityValue(row, driver.prepareHydratedValue(raw[column.databaseName], column))
    return row
  })
}

/** `column = ?` of each property, and the values. */
function pairs(manager: EntityManager, { columns }: Table, of: ObjectLiteral): [texts: string[], values: unknown[]] {
  const { driver } = manager.connection
  const texts: string[] = []
  const values: unknown[] = []
  for (const [property, value] of Object.entries(of)) {
    if (value === undefined) continue
    const column = columns.get(property)
    if (!column) throw new Error(`no column for ${property}`)
    texts.push(`${driver.escape(column.databaseName)} = ?`)
    values.push(driver.preparePersistentValue(value, column))
  }
  return [texts, values]
}

async function write({ queryRunner }: EntityManager, sql: string, values: unknown[]): Promise<number> {
  if (!queryRunner) throw new Error('A write outside of a transaction')
  const { affected } = await queryRunner.query(sql, values, true)
  return affected ?? 0
}
