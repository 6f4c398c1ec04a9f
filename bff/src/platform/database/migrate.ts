import type { DataSource } from 'typeorm'

const waitSeconds = 120

/** Brings the tables up to date. Several processes may start at once: one does it, the others wait for it. */
export async function migrate(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type === 'better-sqlite3') {
    await dataSource.runMigrations()
    return
  }
  const runner = dataSource.createQueryRunner()
  // A lock's name holds on the whole server, and is 64 characters at most.
  const name = `migrate ${dataSource.driver.database ?? ''}`.slice(0, 64)
  try {
    const rows: { taken: unknown }[] = await runner.query('select get_lock(?, ?) as taken', [name, waitSeconds])
    if (Number(rows[0]?.taken) !== 1) throw new Error('Another process has been changing the tables for too long')
    await dataSource.runMigrations()
  } finally {
    await runner.query('select release_lock(?)', [name])
    await runner.release()
  }
}
