import { databaseKinds, openDatabase, type OpenDatabase } from '../database/open-database.fixture'
import { AppError } from '../errors/app-error'
import { JobRow } from '../jobs/job-row'
import { FieldCipher } from '../privacy/field-cipher'
import { Settings } from '../settings/settings'
import { ManualClock } from '../time/clock'
import { IdempotencyRow } from './idempotency-row'
import type { IdempotentCall } from './idempotent-call'
import { IdempotentCalls } from './idempotent-calls'

const settings = Object.assign(new Settings(), { fieldKeys: [{ id: 'k1', key: Buffer.alloc(32, 'k') }] })

describe.each(databaseKinds)('a call with an Idempotency-Key, on %s', (kind) => {
  let db: OpenDatabase
  let calls: IdempotentCalls
  let made: number
  beforeAll(async () => {
    db = await openDatabase(kind)
    calls = new IdempotentCalls(db.transactions, new FieldCipher(settings), new ManualClock('2023-03-20T01:00:00Z'))
  })
  afterAll(() => db.close())
  beforeEach(async () => {
    made = 0
    await db.transactions.run((m) => m.createQueryBuilder().delete().from(JobRow).execute())
  })

  const call = (key: string, digest = 'same', accountId = 'a1'): IdempotentCall => ({ accountId, key, digest })
  /** Makes one row and answers its number, so that work done twice shows. */
  const make = (one: IdempotentCall, fails?: Error) =>
    calls.run(one, async (manager) => {
      made += 1
      const row = { name: `${one.key}-${made}`, dueAt: new Date(0), version: 0 }
      await manager.createQueryBuilder().insert().into(JobRow).values(row).updateEntity(false).execute()
      if (fails) throw fails
      return { number: made, name: '王小明' }
    })
  const rows = () => db.transactions.read((m) => m.count(JobRow))

  test('a repeat gets the first answer and changes nothing', async () => {
    expect(await make(call('key-1'))).toEqual({ number: 1, name: '王小明' })
    expect(await make(call('key-1'))).toEqual({ number: 1, name: '王小明' })
    expect(await rows()).toBe(1)
  })

  test('what was answered lies sealed in the database', async () => {
    await make(call('key-7'))
    const stored = await db.transactions.read((m) => m.find(IdempotencyRow))
    expect(stored.length).toBeGreaterThan(0)
    expect(JSON.stringify(stored)).not.toContain('王小明')
  })

  test('twenty at once do the work once and all get the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => make(call('key-2'))))
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
    expect(await rows()).toBe(1)
  })

  test('the same key with other content is refused', async () => {
    await make(call('key-3'))
    await expect(make(call('key-3', 'other'))).rejects.toMatchObject({ code: 'idempotency-key-reused' })
    expect(await rows()).toBe(1)
  })

  test('keys of two accounts, and keys that differ in case, are different keys', async () => {
    await make(call('key-4'))
    await make(call('key-4', 'same', 'a2'))
    await make(call('KEY-4'))
    expect(await rows()).toBe(3)
  })

  test('work that fails leaves nothing behind, and the repeat does it', async () => {
    await expect(make(call('key-5'), new AppError('form-incomplete'))).rejects.toMatchObject({
      code: 'form-incomplete',
    })
    expect(await rows()).toBe(0)
    await make(call('key-5'))
    expect(await rows()).toBe(1)
  })

  test('a duplicate inside the work is not taken for a repeat of the key', async () => {
    const twice = calls.run(call('key-6'), async (manager) => {
      const row = { name: 'twice', dueAt: new Date(0), version: 0 }
      for (let count = 0; count < 2; count += 1) {
        await manager.createQueryBuilder().insert().into(JobRow).values(row).updateEntity(false).execute()
      }
      return {}
    })
    await expect(twice).rejects.toThrow()
    expect(await rows()).toBe(0)
  })
})
