import { hasMariadb, startMariadb } from './mariadb'
import { keepServer } from './mariadb-run'

/** Jest global setup: one MariaDB for the whole run; spec files find it by `databases.ts`. Without MariaDB its variants do not run. */
export default async function setUp(): Promise<void> {
  if (hasMariadb()) keepServer(await startMariadb())
}
