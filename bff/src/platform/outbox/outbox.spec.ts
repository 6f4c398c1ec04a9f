import { databaseKinds, openDatabase, type OpenDatabase } from '../database/open-database.fixture'
import { ManualClock } from '../time/clock'
import { Outbox } from './outbox'
import { OutboxClaims } from './outbox-claims'
import { OutboxHandlers, type Delivery, type Message } from './outbox-handlers'
import { OutboxRow } from './outbox-row'
import { backoffSeconds, OutboxWorker } from './outbox-worker'

describe.each(databaseKinds)('the outbox on %s', (kind) => {
  let db: OpenDatabase
  let clock: ManualClock
  let outbox: Outbox
  let sent: Message[]
  let answer: (message: Message) => Delivery | Promise<Delivery>

  beforeAll(async () => {
    db = await openDatabase(kind)
  })
  afterAll(() => db.close())
  beforeEach(async () => {
    await db.transactions.run((m) => m.createQueryBuilder().delete().from(OutboxRow).execute())
    clock = new ManualClock('2023-03-20T01:00:00Z')
    outbox = new Outbox(clock)
    sent = []
    answer = () => ({ kind: 'done' })
  })

  function worker(): OutboxWorker {
    const handlers = new OutboxHandlers()
    handlers.register('test', async (message) => {
      sent.push(message)
      return answer(message)
    })
    return new OutboxWorker(new OutboxClaims(db.dataSource, db.transactions, clock), handlers, db.transactions, clock)
  }
  const enqueue = (aggregate: string, n: number) =>
    db.transactions.run((m) => outbox.enqueue(m, { topic: 'test', aggregate, payload: { n } }))
  const states = async () =>
    (await db.transactions.read((m) => m.find(OutboxRow, { order: { seq: 'ASC' } }))).map(({ state }) => state)

  test('a message is delivered once, with its payload, and is done', async () => {
    const id = await enqueue('a', 1)
    expect(await worker().drain()).toBe(1)
    expect(sent).toEqual([{ id, topic: 'test', aggregate: 'a', payload: { n: 1 }, attempt: 1 }])
    expect(await worker().drain()).toBe(0)
    expect(await states()).toEqual(['done'])
  })

  test('a message of a change that was rolled back never existed', async () => {
    const work = db.transactions.run(async (m) => {
      await outbox.enqueue(m, { topic: 'test', aggregate: 'a', payload: {} })
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await worker().drain()).toBe(0)
  })

  test('messages of one aggregate leave in order, also when an earlier one has to wait', async () => {
    for (const n of [1, 2, 3]) await enqueue('a', n)
    await enqueue('b', 9)
    answer = ({ payload, attempt }) =>
      (payload as { n: number }).n === 1 && attempt === 1 ? { kind: 'retry', reason: 'office away' } : { kind: 'done' }
    await worker().drain()
    expect(sent.map(({ payload }) => (payload as { n: number }).n)).toEqual([1, 9])
    clock.advance(60_000)
    await worker().drain()
    expect(sent.map(({ payload }) => (payload as { n: number }).n)).toEqual([1, 9, 1, 2, 3])
  })

  test('a passing failure is tried again later and later, without end', async () => {
    await enqueue('a', 1)
    answer = () => ({ kind: 'retry', reason: 'office away' })
    for (let hours = 0; hours < 50; hours += 1) {
      await worker().drain()
      clock.advance(3_600_000)
    }
    expect(sent).toHaveLength(50)
    expect(await states()).toEqual(['waiting'])
    answer = () => ({ kind: 'done' })
    await worker().drain()
    expect(await states()).toEqual(['done'])
  })

  test('a final failure stops its aggregate until it is revived, and no other', async () => {
    const first = await enqueue('a', 1)
    await enqueue('a', 2)
    await enqueue('b', 3)
    answer = ({ aggregate, attempt }) =>
      aggregate === 'a' && attempt === 1 ? { kind: 'failed', reason: 'refused' } : { kind: 'done' }
    await worker().drain()
    expect(await states()).toEqual(['dead', 'waiting', 'done'])
    answer = () => ({ kind: 'done' })
    await db.transactions.run((m) => outbox.revive(m, first))
    await worker().drain()
    expect(await states()).toEqual(['done', 'done', 'done'])
  })

  test('ten workers at once deliver each of a hundred messages exactly once', async () => {
    for (let n = 0; n < 100; n += 1) await enqueue(`a${n}`, n)
    await Promise.all(Array.from({ length: 10 }, () => worker().drain()))
    expect(sent).toHaveLength(100)
    expect(new Set(sent.map(({ id }) => id)).size).toBe(100)
  })

  test('a worker that died while sending is followed by another after its lease', async () => {
    await enqueue('a', 1)
    await new OutboxClaims(db.dataSource, db.transactions, clock).take(['test'], 10)
    expect(await worker().drain()).toBe(0)
    clock.advance(121_000)
    expect(await worker().drain()).toBe(1)
    expect(sent[0]?.attempt).toBe(2)
  })

  test('an outcome that comes after the lease has passed to another worker does not count', async () => {
    await enqueue('a', 1)
    let applied = 0
    answer = async () => {
      if (sent.length === 1) {
        clock.advance(121_000)
        await worker().drain()
      }
      return { kind: 'done', apply: async () => void (applied += 1) }
    }
    await worker().drain()
    expect(sent).toHaveLength(2)
    expect(applied).toBe(1)
  })

  test('a message whose turn comes when its lease is over is left to whoever takes it next', async () => {
    for (let n = 0; n < 9; n += 1) await enqueue(`a${n}`, n)
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (open = resolve))
    answer = async ({ payload, attempt }) => {
      const { n } = payload as { n: number }
      if (attempt === 1 && n === 0) {
        clock.advance(121_000)
        await worker().drain()
        open()
      }
      if (attempt === 1) await gate
      return { kind: 'done' }
    }
    await worker().runOnce()
    expect(sent.filter(({ payload }) => (payload as { n: number }).n === 8)).toHaveLength(1)
    expect(new Set(await states())).toEqual(new Set(['done']))
  })

  test('the effect and the settling are one: if the effect fails, the message is tried again', async () => {
    await enqueue('a', 1)
    let broken = true
    answer = () => ({ kind: 'done', apply: () => (broken ? Promise.reject(new Error('db')) : Promise.resolve()) })
    await worker().runOnce()
    expect(await states()).toEqual(['waiting'])
    broken = false
    clock.advance(60_000)
    await worker().drain()
    expect(await states()).toEqual(['done'])
  })

  test('a handler that throws counts as a passing failure', async () => {
    await enqueue('a', 1)
    answer = () => Promise.reject(new Error('boom'))
    await worker().drain()
    expect(await states()).toEqual(['waiting'])
  })
})

test('the waits double up to five minutes and are spread', () => {
  expect([1, 2, 3].map((attempt) => backoffSeconds(attempt, 0.5))).toEqual([2, 4, 8])
  expect(backoffSeconds(99, 0.5)).toBe(300)
  expect(backoffSeconds(3, 0)).toBe(6)
  expect(backoffSeconds(3, 1)).toBe(10)
})
