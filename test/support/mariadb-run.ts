import { type MariadbServer } from './mariadb'

// Jest gives setup and teardown module registries of their own; the process is what they share.
const kept = globalThis as { mariadbOfThisRun?: MariadbServer }

/** Keeps the server for the teardown and tells the workers, which inherit the environment, where it is. */
export function keepServer(server: MariadbServer): void {
  const { host, port, user, password } = server
  kept.mariadbOfThisRun = server
  process.env['TEST_MARIADB_URL'] = `mariadb://${user}:${password}@${host}:${port}`
}

export async function stopServer(): Promise<void> {
  await kept.mariadbOfThisRun?.stop()
}
