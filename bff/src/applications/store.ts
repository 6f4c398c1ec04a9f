import type { EntityManager } from 'typeorm'
import { notFound } from '../platform/errors/app-error'
import { ApplicationRow } from './rows/application-row'
import { RowChanged } from './transitions'

/** @throws AppError `not-found` */
export async function load(manager: EntityManager, id: string): Promise<ApplicationRow> {
  const row = await manager.findOneBy(ApplicationRow, { id })
  if (!row) throw notFound()
  return row
}

/** The row as the caller saw it. @throws RowChanged where it has another version by now */
export async function loadVersion(manager: EntityManager, id: string, version: number): Promise<ApplicationRow> {
  const row = await load(manager, id)
  if (row.version !== version) throw new RowChanged()
  return row
}
