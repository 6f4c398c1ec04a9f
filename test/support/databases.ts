import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createConnection } from 'mysql2/promise'

export type DatabaseKind = 'sqlite' | 'mariadb'

export interface FreshDatabase {
  kind: DatabaseKind
  /** `sqlite:FILE` or `mariadb://USER:PASSWORD@HOST:PORT/NAME`. */
  url: string
  /** Removes the database; close every connection first. */
  drop(): Promise<void>
}

/** The kinds that can run here, for `describe.each(databaseKinds)`: MariaDB is left out where it is not installed, and `npm test` says so. */
export const databaseKinds: readonly DatabaseKind[] = process.env['TEST_MARIADB_URL']
  ? ['sqlite', 'mariadb']
  : ['sqlite']

function freshSqlite(): FreshDatabase {
  const folder = mkdtempSync(path.join(tmpdir(), 'app-sqlite-'))
  return {
    kind: 'sqlite',
    url: `sqlite:${path.join(folder, 'app.sqlite')}`,
    drop: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  }
}

async function onServer(server: string, sql: string): Promise<void> {
  const connection = await createConnection(server)
  try {
    await connection.query(sql)
  } finally {
    await connection.end()
  }
}

async function freshMariadb(): Promise<FreshDatabase> {
  const server = process.env['TEST_MARIADB_URL']
  if (!server) throw new Error('no MariaDB in this run: is the project listed with withMariadb in the jest settings?')
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name}`)
  return { kind: 'mariadb', url: `${server}/${name}`, drop: () => onServer(server, `drop database ${name}`) }
}

/** An empty database of this kind, its own for each spec file. */
export const freshDatabase = (kind: DatabaseKind): Promise<FreshDatabase> =>
  kind === 'sqlite' ? Promise.resolve(freshSqlite()) : freshMariadb()
