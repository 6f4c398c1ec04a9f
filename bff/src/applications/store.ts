import type { EntityManager } from 'typeorm'
import { findRow } from '../platform/database/hot-rows'
import { notFound } from '../platform/errors/app-error'
import { ApplicationRow } from './rows/application-row'
import { RowChanged } from './row-changed'

/** @throws AppError `not-found` */
export async function load(manager: EntityManager, id: string): Promise<ApplicationRow> {
  const row = await findRow(manager, ApplicationRow, { id })
  if (!row) throw notFound()
  return row
}

/**
 * The row, and nobody else changes it or its pages until the transaction ends. On SQLite one writer is alone anyhow.
 * @throws AppError `not-found`
 */
export async function loadLocked(manager: EntityManager, id: string): Promise<ApplicationRow> {
  if (manager.connection.options.type === 'better-sqlite3') return load(manager, id)
  const row = await findRow(manager, ApplicationRow, { id }, 'lock')
  if (!row) throw notFound()
  return row
}

/** The row as the caller saw it, locked. @throws RowChanged where it has another version by now */
export async function loadVersion(manager: EntityManager, id: string, version: number): Promise<ApplicationRow> {
  const row = await loadLocked(manager, id)
  if (row.version !== version) throw new RowChanged()
  return row
}
