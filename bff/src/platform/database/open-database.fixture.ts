import { Logger } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { freshDatabase, type DatabaseKind } from '../../../../test/support/databases'
import { schema } from '../../schema'
import { databaseAddress } from '../settings/setting-kinds'
import { createDataSource } from './data-source'
import { migrate } from './migrate'
import { Transactions } from './transaction'

// Tables are made and dropped, on a machine that may be busy with other suites.
jest.setTimeout(60_000)

export { databaseKinds } from '../../../../test/support/databases'

export interface OpenDatabase {
  kind: DatabaseKind
  /** As the setting DB_URL wants it. */
  url: string
  dataSource: DataSource
  transactions: Transactions
  close(): Promise<void>
}

/** For spec files: an empty, migrated database of this kind; `close` removes it. */
export async function openDatabase(kind: DatabaseKind): Promise<OpenDatabase> {
  // Failures are provoked on purpose there.
  Logger.overrideLogger(false)
  const fresh = await freshDatabase(kind)
  const url = fresh.url.replace(/^mysql:/, 'mariadb:')
  const address = databaseAddress(url)
  if (address === undefined) throw new Error('not a database address')
  const dataSource = await createDataSource(address, schema).initialize()
  await migrate(dataSource)
  const close = async (): Promise<void> => {
    await dataSource.destroy()
    await fresh.drop()
  }
  return { kind, url, dataSource, transactions: new Transactions(dataSource), close }
}
