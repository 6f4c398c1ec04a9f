import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm'

/** The row, and nobody else changes it until the transaction ends. On SQLite one writer is alone anyhow. */
export async function lockRow<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: FindOptionsWhere<T>,
): Promise<T | null> {
  const query = manager.createQueryBuilder(entity, 'row').where(where)
  const onSqlite = manager.connection.options.type === 'better-sqlite3'
  return (onSqlite ? query : query.setLock('pessimistic_write')).getOne()
}
