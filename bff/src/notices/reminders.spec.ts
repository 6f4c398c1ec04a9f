import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { NoticeDoor, NoticeSubject } from '../applications/notice-door'
import { databaseKinds, openDatabase, type OpenDatabase } from '../platform/database/open-database.fixture'
import { Jobs } from '../platform/jobs/jobs'
import { ManualClock } from '../platform/time/clock'
import { sampleSubject } from './catalogue/occasion.fixture'
import { Reminders } from './reminders'
import { NoticeRow } from './rows/notice-row'
import type { NoticeWriter, RemindedPlace, Reminder } from './writing'

/** Applications as they are now, by id; what is looked at is counted. */
class Applications {
  readonly all = new Map<string, NoticeSubject>()
  pages = 0

  add(id: string, changes: Partial<NoticeSubject> = {}): void {
    const draft: Partial<NoticeSubject> = {
      state: 'draft',
      createdAt: new Date('2023-03-20T02:00:00Z'),
      accountIds: [`account-${id}`],
    }
    this.all.set(id, sampleSubject({ ...draft, id, ...changes }))
  }

  async inStates(_: EntityManager, states: readonly string[], after: string, limit: number): Promise<NoticeSubject[]> {
    this.pages += 1
    const ids = [...this.all.keys()].sort().filter((id) => id > after)
    return ids
      .flatMap((id) => this.all.get(id) ?? [])
      .filter(({ state }) => states.includes(state))
      .slice(0, limit)
  }

  async subject(_: EntityManager, id: string): Promise<NoticeSubject> {
    const found = this.all.get(id)
    if (!found) throw new Error('not found')
    return found
  }
}

/** Writes rows as the real one does, once per key and reader. */
class Writer {
  readonly told: string[] = []
  readonly failing = new Set<string>()
  /** What happens to the application between reading and writing. */
  meanwhile: () => void = () => undefined

  constructor(private readonly applications: Applications) {}

  async remind(manager: EntityManager, { name, applicationId, key }: Reminder): Promise<void> {
    if (this.failing.has(applicationId)) throw new Error('the database is away')
    this.told.push(`${name} ${applicationId}`)
    for (const accountId of this.applications.all.get(applicationId)?.accountIds ?? [])
      await insert(manager, { key: `${key}:account:${accountId}`, name, accountId, placeKey: null })
    this.meanwhile()
  }

  async remindPlace(manager: EntityManager, { name, placeKey, key, facts }: RemindedPlace): Promise<void> {
    this.told.push(`${name} ${placeKey} ${facts['count']}`)
    await insert(manager, { key: `${key}:${placeKey}`, name, accountId: null, placeKey })
  }
}

async function insert(
  manager: EntityManager,
  row: Pick<NoticeRow, 'key' | 'name' | 'accountId' | 'placeKey'>,
): Promise<void> {
  if (await manager.existsBy(NoticeRow, { key: row.key })) return
  const rest = { id: randomUUID(), applicationId: null, content: '', createdAt: new Date(0) }
  await manager.insert(NoticeRow, { ...rest, ...row })
}

describe.each(databaseKinds)('reminders on %s', (kind) => {
  let db: OpenDatabase
  let clock: ManualClock
  let applications: Applications
  let writer: Writer
  let reminders: Reminders
  let jobs: Jobs

  beforeAll(async () => {
    db = await openDatabase(kind)
  })
  afterAll(() => db.close())

  beforeEach(async () => {
    await db.transactions.run((manager) => manager.clear(NoticeRow))
    clock = new ManualClock('2023-03-24T09:00:00Z')
    applications = new Applications()
    writer = new Writer(applications)
    jobs = new Jobs(db.transactions, clock)
    const [door, pen]: unknown[] = [applications, writer]
    reminders = new Reminders(db.transactions, door as NoticeDoor, pen as NoticeWriter, jobs, clock)
  })

  it('come once for each of many applications, page by page, however often it is looked at', async () => {
    for (let at = 0; at < 401; at += 1) applications.add(`a${String(at).padStart(3, '0')}`)
    await reminders.run()
    expect(writer.told).toHaveLength(401)
    expect(new Set(writer.told).size).toBe(401)
    expect(applications.pages).toBe(3)
    await reminders.run()
    expect(writer.told).toHaveLength(401)
    clock.set('2023-03-28T00:00:00Z')
    await reminders.run()
    expect(writer.told).toHaveLength(802)
  })

  it('are so many in one turn that it ends before its lease; the rest comes with the next', async () => {
    for (let at = 0; at < 1001; at += 1) applications.add(`a${String(at).padStart(4, '0')}`)
    applications.add('u', { state: 'unit-review' })
    clock.set('2023-03-30T10:00:00Z')
    applications.all.forEach((one) => (one.registrationClosesAt = '2023-03-31T16:00:00.000Z'))
    await reminders.run()
    expect(writer.told).toHaveLength(1001)
    expect(writer.told.at(-1)).toBe('reminder-review unit-contact:u-example 1')
    await reminders.run()
    expect(writer.told).toHaveLength(1002)
  })

  it('follow a date that the office moves, without anybody having told them', async () => {
    applications.add('a')
    await reminders.run()
    applications.add('a', { registrationClosesAt: '2023-03-26T16:00:00.000Z' })
    await reminders.run()
    expect(writer.told).toEqual(['reminder-submit a', 'reminder-submit a'])
    applications.add('a', { registrationClosesAt: '2023-03-23T16:00:00.000Z' })
    await reminders.run()
    expect(writer.told).toHaveLength(2)
  })

  it('do not come for what was done between reading and writing', async () => {
    applications.add('a')
    applications.add('b')
    writer.meanwhile = () => applications.add('b', { state: 'unit-review', unitCode: undefined })
    await reminders.run()
    expect(writer.told).toEqual(['reminder-submit a'])
  })

  it('of which one fails come all the same, and that one at the next turn', async () => {
    for (const id of ['a', 'b', 'c']) applications.add(id)
    writer.failing.add('b')
    await reminders.run()
    expect(writer.told).toEqual(['reminder-submit a', 'reminder-submit c'])
    writer.failing.clear()
    await reminders.run()
    expect(writer.told.slice(2)).toEqual(['reminder-submit b'])
  })

  it('reach an account that was linked to the person after the first ones', async () => {
    applications.add('a')
    await reminders.run()
    applications.add('a', { accountIds: ['account-a', 'helper'] })
    await reminders.run()
    const rows = await db.transactions.read((manager) => manager.find(NoticeRow))
    expect(rows.map(({ accountId }) => accountId).sort()).toEqual(['account-a', 'helper'])
  })

  it('come once for a unit, over all pages', async () => {
    for (let at = 0; at < 250; at += 1) applications.add(`a${String(at).padStart(3, '0')}`, { state: 'unit-review' })
    clock.set('2023-04-06T00:00:00Z')
    await reminders.run()
    await reminders.run()
    expect(writer.told).toEqual(['reminder-review unit-contact:u-example 250'])
  })

  it('are timed work that one worker does every five minutes', async () => {
    applications.add('a')
    reminders.onModuleInit()
    expect(await jobs.runDue()).toEqual(['notices.reminders'])
    expect(await jobs.runDue()).toEqual([])
    clock.advance(300_000)
    expect(await jobs.runDue()).toEqual(['notices.reminders'])
    expect(writer.told).toEqual(['reminder-submit a'])
  })
})
