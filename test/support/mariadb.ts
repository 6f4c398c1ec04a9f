import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from './ports'
import { startProcess } from './processes'

export interface MariadbServer {
  host: string
  port: number
  user: string
  password: string
  stop(): Promise<void>
}

const user = 'app'
const password = 'app'

// Debian keeps daemons in /usr/sbin, which is not in everybody's PATH.
const searched = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin']
const find = (program: string) => searched.map((folder) => path.join(folder, program)).find((file) => existsSync(file))

/** Whether this machine can start a MariaDB of its own. */
export const hasMariadb = (): boolean => find('mariadbd') !== undefined && find('mariadb-install-db') !== undefined

function install(folder: string): void {
  const program = find('mariadb-install-db')
  if (program === undefined) throw new Error('mariadb-install-db is not installed')
  const args = [
    '--no-defaults',
    `--datadir=${folder}/data`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ]
  execFileSync(program, args, { stdio: 'pipe' })
}

/** The account may do everything but only from this machine: each spec file makes databases of its own. */
function createAccount(socket: string): void {
  const sql = ['127.0.0.1', 'localhost']
    .map(
      (host) => `create user '${user}'@'${host}' identified by '${password}'; grant all on *.* to '${user}'@'${host}';`,
    )
    .join(' ')
  execFileSync(find('mariadb') ?? 'mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', sql], {
    stdio: 'pipe',
  })
}

/** Runs the rest of its arguments, and ends it when standard input closes: when this process is gone, however it went. */
const untilOrphaned = 'exec 3<&0; "$0" "$@" <&- & server=$!; (cat <&3; kill $server) >/dev/null 2>&1 & wait $server'

/** Starts a private MariaDB: own temporary folder, free port, gone without a trace after `stop`. */
export async function startMariadb(): Promise<MariadbServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'app-mariadb-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    install(folder)
    const port = await freePort()
    const socket = `${folder}/s.sock`
    const args = [
      '--no-defaults',
      `--datadir=${folder}/data`,
      `--socket=${socket}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--pid-file=${folder}/pid`,
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_unicode_ci',
      // Durability of a test database is not worth a disk flush per commit.
      '--innodb-flush-log-at-trx-commit=0',
      ...(process.getuid?.() === 0 ? ['--user=root'] : []),
    ]
    const command = ['-c', untilOrphaned, find('mariadbd') ?? 'mariadbd', ...args]
    const server = await startProcess('sh', command, { ready: /ready for connections/, holdInput: true })
    createAccount(socket)
    return { host: '127.0.0.1', port, user, password, stop: () => server.stop().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}
