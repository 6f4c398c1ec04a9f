import type { TableColumnOptions } from 'typeorm'

/**
 * Column types of which SQLite and MariaDB make the same thing, so that one set of migrations serves both and the
 * entities stay in step with either. Other types drift: see the database tests.
 */
export const id = (name = 'id'): TableColumnOptions => ({ name, type: 'varchar', length: '36' })
export const primaryId = (name = 'id'): TableColumnOptions => ({ ...id(name), isPrimary: true })
export const text = (name: string, length: number): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
})
export const longText = (name: string): TableColumnOptions => ({ name, type: 'text' })
export const whole = (name: string): TableColumnOptions => ({ name, type: 'integer' })
export const yesNo = (name: string): TableColumnOptions => ({ name, type: 'boolean' })
export const json = (name: string): TableColumnOptions => ({ name, type: 'json' })
export const instant = (name: string): TableColumnOptions => ({ name, type: 'datetime', precision: 3 })
export const bytes = (name: string): TableColumnOptions => ({ name, type: 'blob' })
/** Counts up in the order of insertion. */
export const sequence = (name = 'seq'): TableColumnOptions => ({
  name,
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
})
export const optional = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true })
