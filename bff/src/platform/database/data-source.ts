import { DataSource, type DataSourceOptions } from 'typeorm'
import type { DatabaseAddress } from '../settings/setting-kinds'

type Class = new (...args: never[]) => object

/** What the features bring: their entity classes and migrations, listed in one place (src/schema.ts). */
export interface Schema {
  entities: Class[]
  migrations: Class[]
}

export function createDataSource(address: DatabaseAddress, schema: Schema): DataSource {
  const lists: Lists = { entities: schema.entities, migrations: schema.migrations }
  return new DataSource(address.kind === 'sqlite' ? sqlite(address.location, lists) : server(address, lists))
}

type Lists = Pick<DataSourceOptions, 'entities' | 'migrations'>

function sqlite(file: string, lists: Lists): DataSourceOptions {
  return {
    ...lists,
    type: 'better-sqlite3',
    database: file,
    enableWAL: file !== ':memory:',
    prepareDatabase: (database: { pragma(text: string): unknown }) => {
      database.pragma('busy_timeout = 5000')
      // What was answered must survive a power cut.
      database.pragma('synchronous = FULL')
    },
    migrationsTransactionMode: 'each',
  }
}

function server(address: DatabaseAddress, lists: Lists): DataSourceOptions {
  return {
    ...lists,
    // With type 'mysql' against a MariaDB the schema check reports differences that are none.
    type: address.kind === 'mysql' ? 'mysql' : 'mariadb',
    url: address.location,
    timezone: 'Z',
    charset: 'utf8mb4',
    poolSize: 10,
    // TypeORM's errors bear the caller's stack; a second one for every statement costs a tenth of a worker's time.
    extra: { trace: false },
    // DDL commits at once there, so a transaction around it would only pretend.
    migrationsTransactionMode: 'none',
  }
}
