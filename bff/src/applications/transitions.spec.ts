import { databaseKinds, openDatabase, type OpenDatabase } from '../platform/database/open-database.fixture'
import { personOf } from '../../../test/sandbox/people'
import type { Facts } from '../contract'
import { Outbox } from '../platform/outbox/outbox'
import { OutboxRow } from '../platform/outbox/outbox-row'
import { FieldCipher } from '../platform/privacy/field-cipher'
import type { Settings } from '../platform/settings/settings'
import { ManualClock } from '../platform/time/clock'
import { emptyRow } from './drafts/create-draft'
import type { CampaignReference } from '../units/campaign-reference'
import { nothingLoaded } from '../units/reference-data'
import { OfficeSnapshots } from './office-snapshot'
import { MemoryPages, papersOver } from './papers/memory-pages.fixture'
import { Places } from './places'
import { PersonData } from './person-data'
import type { Place, Standing } from './place'
import { ApplicationRow } from './rows/application-row'
import { HistoryRow } from './rows/history-row'
import { conditions, type Edge, type EdgeContext } from './table/edge'
import { edges, freeing } from './table/table'
import { RowChanged } from './row-changed'
import { aggregateOf, Transitions, type Patch } from './transitions'
import { StepWatchers } from './step-watchers'

const contexts: EdgeContext[] = [true, false].flatMap((departmentReviews) =>
  (['online', 'counter', 'free'] as const).flatMap((payment) =>
    ([1, 4] as const).map((grade) => ({ departmentReviews, payment, grade })),
  ),
)
const place: Place = {
  unit: { code: 'u1', name: '示例单位', listed: true },
  department: undefined,
  district: 'city',
  officeName: '市工考办',
  limit: undefined,
  onlinePayment: true,
}
const standingFor = ({ when }: Edge): Standing => {
  const context = contexts.find((one) => !when || conditions[when](one))
  if (!context) throw new Error(`no context has ${when}`)
  return { context, place }
}
const taken = edges.filter((edge): edge is Edge & { from: ApplicationRow['state'] } => edge.from !== null)

describe.each(databaseKinds)('a step of an application on %s', (kind) => {
  let db: OpenDatabase
  const clock = new ManualClock('2023-03-21T01:00:00Z')
  // The cipher reads nothing else of the settings.
  const cipher = new FieldCipher({ fieldKeys: [{ id: 'k1', key: Buffer.alloc(32, 7) }] } as unknown as Settings)
  const people = new PersonData(cipher)
  const snapshots = new OfficeSnapshots(cipher, people)
  const pages = new MemoryPages(clock)
  const reference = { current: () => Promise.resolve({ loaded: false, data: nothingLoaded }) }
  const places = new Places(reference as unknown as CampaignReference)
  const { handed } = papersOver(pages, clock, places)
  const transitions = new Transitions(clock, new Outbox(clock), snapshots, handed, new StepWatchers())

  beforeAll(async () => {
    db = await openDatabase(kind)
  })
  afterAll(() => db.close())

  const promised = 'yearly-assessment:2022'
  let persons = 0
  async function inState(state: ApplicationRow['state']): Promise<ApplicationRow> {
    const row = emptyRow('account', { campaign: 'jiaozuo-2023', consentVersion: '1' }, clock.now())
    const personId = `person-${(persons += 1)}`
    const columns: Partial<ApplicationRow> = people.columns(row.id, {
      name: '示例·甲',
      idNumber: '419999197501010018',
      phone: '12000000001',
    })
    const stored: ApplicationRow = Object.assign(row, columns, {
      ...{ state, personId, grade: 1 as const, submittedAt: clock.now() },
      facts: personOf('chen').facts as Facts,
      supplements: [{ item: `papers.${promised}`, state: 'open', promisedAt: clock.now().toISOString(), version: '1' }],
    })
    await db.transactions.run((m) => m.insert(ApplicationRow, stored))
    return stored
  }
  const take = (row: ApplicationRow, edge: Edge, patch: Patch = {}) =>
    db.transactions.run((m) =>
      transitions.take(
        m,
        row,
        { event: edge.event, actor: { kind: 'office', who: '市工考办' }, supplement: promised },
        standingFor(edge),
        patch,
      ),
    )
  const read = <T>(work: Parameters<typeof db.transactions.read<T>>[0]) => db.transactions.read(work)
  const stored = (id: string) => read((m) => m.findOneByOrFail(ApplicationRow, { id }))
  const historyOf = (applicationId: string) => read((m) => m.find(HistoryRow, { where: { applicationId } }))
  const messagesOf = (id: string) =>
    read((m) => m.find(OutboxRow, { where: { aggregate: aggregateOf(id) }, order: { seq: 'ASC' } }))

  it.each(taken.map((edge) => [[edge.from, `--${edge.event}-->`, edge.to, edge.when ?? ''].join(' '), edge] as const))(
    '%s: state, history and message in one',
    async (_, edge) => {
      const row = await inState(edge.from)
      clock.advance(60_000)
      await take(row, edge)
      const after = await stored(row.id)
      expect(after).toMatchObject({ state: edge.to, version: 2 })
      expect(after.since.getTime()).toBe((edge.to === edge.from ? row.since : clock.now()).getTime())
      expect(after.liveKey).toBe(freeing.includes(edge.to) ? null : `jiaozuo-2023:${row.personId}`)
      const [history] = await historyOf(row.id)
      const notice = typeof edge.notice === 'string' ? edge.notice : null
      expect(history).toMatchObject({
        seq: 2,
        event: edge.event,
        from: edge.from,
        to: edge.to,
        stage: edge.stage,
        notice,
      })
      const messages = await messagesOf(row.id)
      expect(messages.map(({ topic }) => topic)).toEqual(edge.sends ? [`office.${edge.sends}`] : [])
    },
  )

  it('of two at the same time one is taken, and the other is told that the row has changed', async () => {
    const row = await inState('unit-review')
    const [approve, giveBack] = ['unit-approved', 'unit-returned'].map((event) =>
      taken.find((edge) => edge.from === 'unit-review' && edge.event === event),
    )
    const results = await Promise.allSettled([take(row, approve!), take(row, giveBack!)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(RowChanged) })
    expect(await historyOf(row.id)).toHaveLength(1)
  })

  it('what is not in the table leaves no trace', async () => {
    const row = await inState('withdrawn')
    const edge = taken.find(({ event }) => event === 'unit-approved')
    await expect(take(row, edge!)).rejects.toMatchObject({ code: 'not-possible-now' })
    expect(await stored(row.id)).toMatchObject({ state: 'withdrawn', version: 1 })
    expect(await historyOf(row.id)).toEqual([])
  })

  it('does not overwrite the record number that came meanwhile', async () => {
    const row = await inState('office-review')
    await db.transactions.run((m) => m.update(ApplicationRow, { id: row.id }, { recordNo: `JZ2023-${kind}` }))
    await take(
      row,
      taken.find((edge) => edge.from === 'office-review' && edge.event === 'accepted')!,
    )
    expect((await stored(row.id)).recordNo).toBe(`JZ2023-${kind}`)
  })

  it('the pages follow the application, each once, and a correction brings only the new ones', async () => {
    const row = await inState('unit-review')
    const [front, back] = [pages.add(row.id, 'id-card'), pages.add(row.id, 'id-card')]
    pages.add(row.id, 'education-certificate', { state: 'refused', sha256: null, bytes: null })
    pages.add(row.id, promised)
    const approved = taken.find(({ event, when }) => event === 'unit-approved' && when === 'no-department')
    const sent = await take(row, approved!)
    const first = await messagesOf(row.id)
    expect(first.map(({ topic }) => topic)).toEqual(['office.application', 'office.page', 'office.page'])
    expect(first.slice(1).map(({ payload }) => payload)).toEqual(
      [front, back].map(({ id }) => ({ applicationId: row.id, pageId: id })),
    )
    const { documents } = snapshots.open(first[0]?.payload as Parameters<typeof snapshots.open>[0])
    expect(documents).toMatchObject([
      { id: front.id, kind: 'id-card', page: 1, mediaType: 'image/jpeg', bytes: 1000, sha256: front.sha256 },
      { id: back.id, kind: 'id-card', page: 2 },
    ])

    const returned = await take(
      sent,
      taken.find(({ event, from }) => event === 'returned' && from === 'office-review')!,
    )
    pages.remove(back.id)
    const again = pages.add(row.id, 'id-card', { position: 2, replaces: back.id })
    await take(
      returned,
      taken.find(({ event, from }) => event === 'corrected' && from === 'office-returned')!,
    )
    const later = (await messagesOf(row.id)).slice(first.length)
    expect(later.map(({ topic }) => topic)).toEqual(['office.correction', 'office.page'])
    expect(later[1]?.payload).toEqual({ applicationId: row.id, pageId: again.id })
    const correction = snapshots.open(later[0]?.payload as Parameters<typeof snapshots.open>[0])
    expect(correction.documents.map(({ id }) => id)).toEqual([front.id, again.id])
  })

  it('a promised paper goes with a message of its own, under its name on the wire', async () => {
    const row = await inState('office-review')
    const page = pages.add(row.id, promised)
    await take(
      row,
      taken.find(({ event }) => event === 'supplement-sent')!,
    )
    const [message, bytes] = await messagesOf(row.id)
    expect([message?.topic, bytes?.topic]).toEqual(['office.supplement', 'office.page'])
    const { supplement, documents } = snapshots.open(message?.payload as Parameters<typeof snapshots.open>[0])
    expect(documents).toEqual([])
    expect(supplement).toMatchObject({ kind: 'yearly-assessment-2022', documents: [{ id: page.id, page: 1 }] })
  })

  it('the message to the office bears no person data in the clear, and opens to what was true at the step', async () => {
    const row = await inState('unit-review')
    const edge = taken.find(({ event, when }) => event === 'unit-approved' && when === 'no-department')
    await take(row, edge!)
    await db.transactions.run((m) => m.update(ApplicationRow, { id: row.id }, people.columns(row.id, { name: '后来' })))
    const [message] = await messagesOf(row.id)
    expect(JSON.stringify(message?.payload)).not.toMatch(/示例|4199|1200/)
    const snapshot = snapshots.open(message?.payload as Parameters<typeof snapshots.open>[0])
    expect(snapshot.form).toMatchObject({ name: '示例·甲', idNumber: '419999197501010018' })
  })
})
