import { databaseKinds, openDatabase, type OpenDatabase } from '../../platform/database/open-database.fixture'
import { ManualClock } from '../../platform/time/clock'
import { paperDesk } from './papers.fixture'

const paper = 'yearly-assessment:2022'

describe.each(databaseKinds)('a promised paper that follows, on %s', (kind) => {
  let db: OpenDatabase
  let desk: ReturnType<typeof paperDesk>
  const clock = new ManualClock('2023-03-21T01:00:00Z')
  let records = 0

  beforeAll(async () => {
    db = await openDatabase(kind)
    desk = paperDesk(db.transactions, clock)
  })
  afterAll(() => db.close())

  const refused = (work: Promise<unknown>, code: string, facts = {}) =>
    expect(work).rejects.toMatchObject({ code, facts: expect.objectContaining(facts) })
  const supplementOf = async (id: string) => (await desk.stored(id)).supplements?.[0]

  async function promised(): Promise<string> {
    const id = await desk.application('chen', 1)
    await desk.promises.put(id, 'account', { paper, agreed: true, version: '2023-1' })
    await desk.update(id, { state: 'confirmed', recordNo: `JZ-${(records += 1)}`, personId: id })
    return id
  }
  async function reject(id: string, item: string): Promise<void> {
    const { recordNo, eventRevision } = await desk.stored(id)
    clock.advance(60_000)
    const reasons = [{ item, code: 'unreadable', text: '看不清' }]
    const change = {
      seq: (records += 1),
      type: 'supplement-rejected',
      at: clock.now().toISOString(),
      data: {},
      reasons,
    }
    const report = { ...change, recordNo: recordNo ?? '', revision: eventRevision + 1 }
    expect(await db.transactions.run((m) => desk.door.report(m, report))).toBe('applied')
    clock.advance(60_000)
  }

  it('goes once its pages are there and none is being looked at', async () => {
    const id = await promised()
    await refused(desk.supplement(id, paper), 'form-incomplete', { missing: [`papers.${paper}`] })
    const page = desk.pages.add(id, paper, { state: 'checking' })
    await refused(desk.supplement(id, paper), 'pages-checking', { pages: [page.id] })
    page.state = 'usable'
    await desk.supplement(id, paper)
    expect(await supplementOf(id)).toMatchObject({ item: `papers.${paper}`, state: 'sent', version: '2023-1' })
    expect(page.handedOverAt).toEqual(clock.now())
    await refused(desk.supplement(id, paper), 'not-possible-now')
    await refused(desk.check(id, { kind: 'add', paper }), 'not-editable')
  })

  it('is refused where nothing of the kind was promised', async () => {
    const id = await promised()
    await refused(desk.supplement(id, 'photo'), 'paper-unknown', { paper: 'photo' })
    desk.pages.add(id, 'id-card')
    await refused(desk.supplement(id, 'id-card'), 'not-possible-now')
  })

  it.each([
    ['the paper', () => 'papers.yearly-assessment-2022'],
    ['a page of it', (page: string) => `pages.${page}`],
  ])('goes again after the office has rejected %s, with other pages', async (_, item) => {
    const id = await promised()
    const page = desk.pages.add(id, paper)
    await desk.supplement(id, paper)
    await reject(id, item(page.id))
    const rejected = await desk.paper(id, paper)
    expect(rejected).toMatchObject({ state: 'returned', open: true, promise: { state: 'rejected' } })
    const reason = rejected.returned ?? rejected.returnedPages.get(page.id)
    expect(reason).toEqual({ code: 'unreadable', words: '看不清' })
    await refused(desk.supplement(id, paper), 'form-incomplete', { missing: [`papers.${paper}`] })
    desk.pages.remove(page.id)
    desk.pages.add(id, paper, { replaces: page.id })
    await desk.supplement(id, paper)
    expect((await supplementOf(id))?.state).toBe('sent')
  })
})
