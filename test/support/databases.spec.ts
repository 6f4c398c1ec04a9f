import { existsSync } from 'node:fs'
import { createConnection } from 'mysql2/promise'
import { databaseKinds, freshDatabase } from './databases'

test('a fresh SQLite database has a folder of its own, which goes with it', async () => {
  const database = await freshDatabase('sqlite')
  const folder = database.url.replace('sqlite:', '').replace(/\/[^/]*$/, '')
  expect(existsSync(folder)).toBe(true)
  await database.drop()
  expect(existsSync(folder)).toBe(false)
})

if (databaseKinds.includes('mariadb')) {
  test('a fresh MariaDB database takes Chinese text and milliseconds, and is gone after drop', async () => {
    const database = await freshDatabase('mariadb')
    const connection = await createConnection(database.url)
    await connection.query('create table people (name varchar(20), seen datetime(3))')
    await connection.query(`insert into people values ('李𬭎', '2023-03-28 23:59:59.999')`)
    const [rows] = await connection.query('select name, cast(seen as char) as seen from people')
    expect(rows).toEqual([{ name: '李𬭎', seen: '2023-03-28 23:59:59.999' }])
    await connection.end()
    await database.drop()
    await expect(createConnection(database.url)).rejects.toThrow('Unknown database')
  })
}
