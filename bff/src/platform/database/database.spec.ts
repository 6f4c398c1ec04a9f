import { OutboxRow } from '../outbox/outbox-row'
import { databaseKinds, openDatabase, type OpenDatabase } from './open-database.fixture'
import { isDuplicate } from './transaction'

describe.each(databaseKinds)('the database on %s', (kind) => {
  let db: OpenDatabase
  beforeAll(async () => {
    db = await openDatabase(kind)
  })
  afterAll(() => db.close())

  const row = (id: string): Partial<OutboxRow> => ({
    id,
    topic: 'test',
    aggregate: id,
    payload: { name: '王小明', n: 1.5 },
    state: 'waiting',
    attempts: 0,
    dueAt: new Date('2023-03-28T15:59:59.999Z'),
    createdAt: new Date('2023-03-20T01:00:00.001Z'),
  })
  const insert = (id: string) =>
    db.transactions.run((m) =>
      m.createQueryBuilder().insert().into(OutboxRow).values(row(id)).updateEntity(false).execute(),
    )
  const ids = () =>
    db.transactions.read((m) => m.createQueryBuilder(OutboxRow, 'o').select('o.id', 'id').getRawMany<{ id: string }>())

  test('the entities and the migrations describe the same tables', async () => {
    const sql = await db.dataSource.driver.createSchemaBuilder().log()
    expect(sql.upQueries.map(({ query }) => query)).toEqual([])
  })

  test('Chinese text, JSON and milliseconds come back as they were stored', async () => {
    await insert('round-trip')
    const stored = await db.dataSource.manager.findOneByOrFail(OutboxRow, { id: 'round-trip' })
    expect(stored).toMatchObject(row('round-trip'))
  })

  test('six transactions at once all succeed, and one that throws leaves nothing behind', async () => {
    const work = ['t1', 't2', 't3', 't4', 't5', 't6'].map((id, index) =>
      db.transactions.run(async (m) => {
        await m.createQueryBuilder().insert().into(OutboxRow).values(row(id)).updateEntity(false).execute()
        if (index % 2 === 1) throw new Error('rolled back')
      }),
    )
    const outcomes = await Promise.allSettled(work)
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ])
    const stored = (await ids()).map(({ id }) => id)
    expect(stored).toEqual(expect.arrayContaining(['t1', 't3', 't5']))
    expect(stored).not.toEqual(expect.arrayContaining(['t2']))
  })

  test('a read beside an open transaction does not see what is not committed', async () => {
    let goOn: () => void = () => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    const writing = db.transactions.run(async (m) => {
      await m.createQueryBuilder().insert().into(OutboxRow).values(row('unseen')).updateEntity(false).execute()
      await held
      throw new Error('rolled back')
    })
    const reading = ids()
    goOn()
    await expect(writing).rejects.toThrow('rolled back')
    expect((await reading).map(({ id }) => id)).not.toContain('unseen')
  })

  test('a nested transaction is refused instead of waiting for itself', async () => {
    await expect(db.transactions.run(() => insert('nested'))).rejects.toThrow('hand its manager down')
  })

  test('a duplicate key is recognised', async () => {
    await insert('twice')
    const error: unknown = await insert('twice').catch((caught: unknown) => caught)
    expect(isDuplicate(error)).toBe(true)
  })

  test('the migrations can be taken back and run again', async () => {
    for (let count = db.dataSource.migrations.length; count > 0; count -= 1) await db.dataSource.undoLastMigration()
    await db.dataSource.runMigrations()
    expect(await ids()).toEqual([])
  })
})
