import { databaseKinds, openDatabase, type OpenDatabase } from '../database/open-database.fixture'
import { ManualClock } from '../time/clock'
import { Jobs } from './jobs'

describe.each(databaseKinds)('timed jobs on %s', (kind) => {
  let db: OpenDatabase
  let clock: ManualClock
  beforeAll(async () => {
    db = await openDatabase(kind)
    clock = new ManualClock('2023-03-20T01:00:00Z')
  })
  afterAll(() => db.close())

  function jobs(name: string, run: () => Promise<void>): Jobs {
    const made = new Jobs(db.transactions, clock)
    made.register({ name, everySeconds: 60, run })
    return made
  }

  test('of ten workers one runs a job that is due, and again after its time', async () => {
    let count = 0
    const workers = Array.from({ length: 10 }, () => jobs('poll', async () => void (count += 1)))
    await Promise.all(workers.map((worker) => worker.runDue()))
    expect(count).toBe(1)
    clock.advance(60_000)
    await Promise.all(workers.map((worker) => worker.runDue()))
    expect(count).toBe(2)
  })

  test('a job that breaks is run again at its next time', async () => {
    let count = 0
    const worker = jobs('breaks', async () => {
      count += 1
      throw new Error('office away')
    })
    expect(await worker.runDue()).toEqual(['breaks'])
    expect(await worker.runDue()).toEqual([])
    clock.advance(60_000)
    await worker.runDue()
    expect(count).toBe(2)
  })

  test('a nudged job runs at once', async () => {
    let count = 0
    const worker = jobs('nudged', async () => void (count += 1))
    await worker.runDue()
    await worker.hurry('nudged')
    await worker.runDue()
    expect(count).toBe(2)
  })
})
