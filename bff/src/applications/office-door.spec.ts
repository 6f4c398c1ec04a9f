import { databaseKinds, openDatabase, type OpenDatabase } from '../platform/database/open-database.fixture'
import { Outbox } from '../platform/outbox/outbox'
import { FieldCipher } from '../platform/privacy/field-cipher'
import type { Settings } from '../platform/settings/settings'
import { ManualClock } from '../platform/time/clock'
import { personOf } from '../../../test/sandbox/people'
import type { Facts } from '../contract'
import type { CampaignReference } from '../units/campaign-reference'
import { nothingLoaded } from '../units/reference-data'
import { emptyRow } from './drafts/create-draft'
import { OfficeDoor } from './office-door'
import { MemoryPages, papersOver } from './papers/memory-pages.fixture'
import { OfficeSnapshots } from './office-snapshot'
import { PersonData } from './person-data'
import { Places } from './places'
import { ApplicationRow } from './rows/application-row'
import { HistoryRow } from './rows/history-row'
import { RemarkRow } from './rows/person-rows'
import { Transitions } from './transitions'
import { StepWatchers } from './step-watchers'

describe.each(databaseKinds)('what the office says about an application, on %s', (kind) => {
  let db: OpenDatabase
  const clock = new ManualClock('2023-03-23T01:00:00Z')
  const cipher = new FieldCipher({ fieldKeys: [{ id: 'k1', key: Buffer.alloc(32, 7) }] } as unknown as Settings)
  const reference = { current: () => Promise.resolve({ loaded: false, data: nothingLoaded }) }
  const places = new Places(reference as unknown as CampaignReference)
  const pages = new MemoryPages(clock)
  const { papers, handed } = papersOver(pages, clock, places)
  const snapshots = new OfficeSnapshots(cipher, new PersonData(cipher))
  const door = new OfficeDoor(
    places,
    new Transitions(clock, new Outbox(clock), snapshots, handed, new StepWatchers()),
    papers,
    clock,
  )
  let count = 0

  beforeAll(async () => {
    db = await openDatabase(kind)
  })
  afterAll(() => db.close())

  async function application(changes: Partial<ApplicationRow>): Promise<ApplicationRow> {
    const row = emptyRow('account', { campaign: 'jiaozuo-2023', consentVersion: '1' }, clock.now())
    count += 1
    const known: Partial<ApplicationRow> = {
      state: 'office-review',
      recordNo: `JZ2023-00000${count}`,
      personId: `p${count}`,
    }
    const stored: ApplicationRow = Object.assign(row, known, changes)
    await db.transactions.run((m) => m.insert(ApplicationRow, stored))
    return stored
  }
  const change = (row: ApplicationRow, type: string, revision: number, seq: number) => ({
    ...{ seq, recordNo: row.recordNo ?? '', revision, type, at: '2023-03-23T00:30:00.000Z' },
    reasons: [{ item: 'workStart', code: 'differs-from-file', text: '与档案不一致' }],
    data: { place: '示例考点', inner: { not: 'shown' } },
  })
  const report = (row: ApplicationRow, type: string, revision: number, seq = (count += 1) + 1000) =>
    db.transactions.run((m) => door.report(m, change(row, type, revision, seq)))
  const stored = ({ id }: ApplicationRow) => db.transactions.read((m) => m.findOneByOrFail(ApplicationRow, { id }))
  const remarks = ({ id }: ApplicationRow) => db.transactions.read((m) => m.findBy(RemarkRow, { applicationId: id }))

  it('is applied with the office’s own instant, reasons and plain data', async () => {
    const row = await application({})
    expect(await report(row, 'returned', 2)).toBe('applied')
    expect(await stored(row)).toMatchObject({
      ...{ state: 'office-returned', eventRevision: 2, officeRevision: 2 },
      openReturn: { by: 'office', at: '2023-03-23T00:30:00.000Z', items: [{ item: 'facts.workStart' }] },
    })
    const [step] = await db.transactions.read((m) => m.findBy(HistoryRow, { applicationId: row.id }))
    expect(step).toMatchObject({ at: new Date('2023-03-23T00:30:00Z'), facts: { place: '示例考点' } })
  })

  it('about a paper that was promised changes that paper', async () => {
    const promised = { state: 'sent' as const, promisedAt: '2023-03-21T01:00:00.000Z', version: '2023-1' }
    const supplements = ['papers.yearly-assessment:2022', 'papers.other'].map((item) => ({ ...promised, item }))
    const row = await application({ supplements, grade: 1, facts: personOf('chen').facts as Facts })
    const reasons = [{ item: 'yearly-assessment-2022', code: 'unreadable', text: '看不清' }]
    const event = { ...change(row, 'supplement-rejected', 2, 2000), reasons }
    expect(await db.transactions.run((m) => door.report(m, event))).toBe('applied')
    const item = 'papers.yearly-assessment:2022'
    expect((await stored(row)).supplements).toMatchObject([
      { state: 'rejected', rejected: { items: [{ item, words: '看不清' }] } },
      { state: 'sent' },
    ])
  })

  it('goes only upward: a revision that is not newer changes nothing', async () => {
    const row = await application({ eventRevision: 4 })
    expect(await report(row, 'returned', 4)).toBe('stale')
    expect((await stored(row)).state).toBe('office-review')
  })

  it('is not outrun by a receipt of ours: the receipt raises only what a correction is sent on', async () => {
    const row = await application({})
    const receipt = { recordNo: row.recordNo ?? '', revision: 6 }
    await db.transactions.run((m) => door.delivered(m, row.id, receipt))
    expect(await report(row, 'accepted', 5)).toBe('applied')
    expect(await stored(row)).toMatchObject({ eventRevision: 5, officeRevision: 6, state: 'awaiting-counter-payment' })
    await db.transactions.run((m) => door.delivered(m, row.id, { ...receipt, revision: 3 }))
    expect((await stored(row)).officeRevision).toBe(6)
  })

  it('waits where no application bears the record number', async () => {
    const row = await application({})
    expect(await report({ ...row, recordNo: 'JZ2023-999999' }, 'accepted', 2)).toBe('held')
  })

  it('is kept for staff where the type is unknown or has no place in the state', async () => {
    const row = await application({})
    expect(await report(row, 'lunar-eclipse', 2)).toBe('kept')
    expect(await report(row, 'certified', 3)).toBe('kept')
    expect((await remarks(row)).map(({ reason }) => reason).sort()).toEqual(['not-possible', 'unknown-type'])
    expect(await stored(row)).toMatchObject({ state: 'office-review', version: 1 })
  })

  it('never makes a second live application: a payment learnt late is kept for people to decide', async () => {
    const first = await application({ state: 'abandoned' })
    await application({ personId: first.personId, liveKey: `jiaozuo-2023:${first.personId}` })
    expect(await report(first, 'payment-recorded', 7)).toBe('kept')
    expect((await stored(first)).state).toBe('abandoned')
    const alone = await application({ state: 'abandoned' })
    expect(await report(alone, 'payment-recorded', 7)).toBe('applied')
    expect(await stored(alone)).toMatchObject({ state: 'confirmed', liveKey: `jiaozuo-2023:${alone.personId}` })
  })
})
