import { randomUUID } from 'node:crypto'
import { InboxRow } from '../inbox/inbox-row'
import { OutboxRow } from '../outbox/outbox-row'
import { changeRow, findRow, findRows, insertRow } from './hot-rows'
import { databaseKinds, openDatabase, type OpenDatabase } from './open-database.fixture'
import { isDuplicate } from './transaction'

describe.each(databaseKinds)('rows of hot paths on %s', (kind) => {
  let db: OpenDatabase
  beforeAll(async () => {
    db = await openDatabase(kind)
  })
  afterAll(() => db.close())

  const at = new Date('2023-03-20T01:02:03.456Z')
  const message = (id: string) => ({
    ...{ id, topic: 'topic', aggregate: 'a', payload: { words: '一二', list: [1, null] }, state: 'waiting' as const },
    ...{ attempts: 0, dueAt: at, createdAt: at },
  })
  const insert = async (): Promise<string> => {
    const id = randomUUID()
    await db.transactions.run((manager) => insertRow(manager, OutboxRow, message(id)))
    return id
  }

  test('what is inserted is what TypeORM reads, and reads as TypeORM reads it', async () => {
    const id = await insert()
    const [byTypeOrm, byUs] = await db.transactions.read(async (manager) => [
      await manager.findOneByOrFail(OutboxRow, { id }),
      await findRow(manager, OutboxRow, { id }),
    ])
    expect(byTypeOrm).toMatchObject({ ...message(id), lastError: null, leaseUntil: null })
    expect(byUs).toEqual(byTypeOrm)
    expect(byUs).toBeInstanceOf(OutboxRow)
  })

  test('bytes, yes and no come back as they went', async () => {
    const row = {
      source: 's',
      messageId: randomUUID(),
      body: Buffer.from([0, 255, 39]),
      receivedAt: at,
      processed: true,
    }
    await db.transactions.run((manager) => insertRow(manager, InboxRow, row))
    const found = await db.transactions.read((manager) => findRow(manager, InboxRow, { messageId: row.messageId }))
    expect(found).toMatchObject({ ...row, processedAt: null })
  })

  test('a change is made where everything holds, and nowhere else', async () => {
    const id = await insert()
    const change = (attempts: number, changes: Partial<OutboxRow>) =>
      db.transactions.run((manager) => changeRow(manager, OutboxRow, { id, attempts }, changes))
    expect(await change(1, { state: 'done' })).toBe(0)
    expect(await change(0, { attempts: 1, leaseUntil: at, lastError: undefined, payload: { other: true } })).toBe(1)
    const found = await db.transactions.run((manager) => findRow(manager, OutboxRow, { id }, 'lock'))
    expect(found).toMatchObject({ state: 'waiting', attempts: 1, leaseUntil: at, payload: { other: true } })
    expect(await change(1, { leaseUntil: null })).toBe(1)
    expect((await db.transactions.read((manager) => findRow(manager, OutboxRow, { id })))?.leaseUntil).toBeNull()
  })

  test('all that fit are found', async () => {
    const ids = [await insert(), await insert()]
    await db.transactions.run(async (manager) => {
      for (const id of ids) await changeRow(manager, OutboxRow, { id }, { topic: 'both' })
    })
    const found = await db.transactions.read((manager) => findRows(manager, OutboxRow, { topic: 'both' }))
    expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect(await db.transactions.read((manager) => findRows(manager, OutboxRow, { topic: 'none' }))).toEqual([])
  })

  test('a row that is not there is null; a second one is known as a duplicate', async () => {
    const id = await insert()
    expect(await db.transactions.read((manager) => findRow(manager, OutboxRow, { id: 'none' }))).toBeNull()
    const again = db.transactions.run((manager) => insertRow(manager, OutboxRow, message(id)))
    expect(isDuplicate(await again.catch((error: unknown) => error))).toBe(true)
  })

  test('a write outside of a transaction, and a column that there is not, are mistakes of ours', async () => {
    const outside = db.transactions.read((manager) => changeRow(manager, OutboxRow, { id: 'x' }, { attempts: 1 }))
    await expect(outside).rejects.toThrow('outside of a transaction')
    const unknown = db.transactions.read((manager) => findRow(manager, OutboxRow, { color: 'red' } as never))
    await expect(unknown).rejects.toThrow('no column for color')
  })
})
