import { databaseKinds, openDatabase, type OpenDatabase } from '../../platform/database/open-database.fixture'
import { ManualClock } from '../../platform/time/clock'
import type { OpenReturn } from '../rows/application-row'
import { ApplicationConsentRow } from '../rows/person-rows'
import { missingPapers, progressOf } from './paper-progress'
import { paperDesk } from './papers.fixture'

const agreement = { paper: 'yearly-assessment:2022', agreed: true, version: '2023-1' }

describe.each(databaseKinds)('the papers of an application, on %s', (kind) => {
  let db: OpenDatabase
  let desk: ReturnType<typeof paperDesk>
  const clock = new ManualClock('2023-03-21T01:00:00Z')

  beforeAll(async () => {
    db = await openDatabase(kind)
    desk = paperDesk(db.transactions, clock)
  })
  afterAll(() => db.close())

  const stateOf = async (id: string, paper: string) => (await desk.paper(id, paper)).state
  const refused = (work: Promise<unknown>, code: string, facts = {}) =>
    expect(work).rejects.toMatchObject({ code, facts: expect.objectContaining(facts) })

  /** A minute later it is returned. */
  async function giveBack(id: string, items: string[], by: OpenReturn['by'] = 'unit'): Promise<void> {
    clock.advance(60_000)
    const at = clock.now().toISOString()
    const reasons = items.map((item) => ({ item, code: 'unreadable', words: '看不清' }))
    const state = by === 'unit' ? ('unit-returned' as const) : ('office-returned' as const)
    await desk.update(id, { state, openReturn: { by, at, openedAt: at, items: reasons } })
    clock.advance(60_000)
  }

  /** Every paper with as many pages as it needs, handed in. */
  async function handedIn(person: string, grade: 1 | 3): Promise<string> {
    const id = await desk.application(person, grade)
    for (const { item } of await desk.of(id))
      for (let page = 0; page < item.pages.min; page += 1) desk.pages.add(id, item.id)
    await desk.update(id, { state: 'unit-review' })
    return id
  }

  describe('how far they are', () => {
    it('begins with every paper of the checklist missing', async () => {
      const id = await desk.application('li', 3)
      const papers = await desk.of(id)
      expect(papers.map(({ item, state }) => [item.id, state])).toEqual([
        ['id-card', 'missing'],
        ['work-years-evidence', 'missing'],
      ])
      expect(progressOf(papers)).toEqual({ complete: 0, needed: 2 })
    })

    it('counts pages, waits for those that are looked at, and wants a refused one again', async () => {
      const id = await desk.application('li', 3)
      const front = desk.pages.add(id, 'id-card')
      expect(await stateOf(id, 'id-card')).toBe('too-few')
      const back = desk.pages.add(id, 'id-card', { state: 'checking' })
      expect(await stateOf(id, 'id-card')).toBe('checking')
      expect(missingPapers(await desk.of(id))).toEqual(['papers.work-years-evidence'])
      back.state = 'usable-with-hints'
      expect(await stateOf(id, 'id-card')).toBe('complete')
      front.state = 'refused'
      expect(await stateOf(id, 'id-card')).toBe('refused')
      expect(missingPapers(await desk.of(id))).toContain('papers.id-card')
    })

    it('follows the facts of a draft, and keeps to what was handed in afterwards', async () => {
      const id = await handedIn('li', 3)
      await desk.update(id, { grade: 1 })
      expect((await desk.of(id)).map(({ item }) => item.id)).not.toContain('appointment-evidence')
      await desk.update(id, { state: 'draft' })
      expect((await desk.of(id)).map(({ item }) => item.id)).toContain('appointment-evidence')
    })
  })

  describe('what of them may be changed', () => {
    it('is everything in a draft, up to the most pages of the paper', async () => {
      const id = await desk.application('li', 3)
      const front = desk.pages.add(id, 'id-card')
      await desk.check(id, { kind: 'add', paper: 'id-card' })
      await refused(desk.check(id, { kind: 'add', paper: 'id-card', count: 2 }), 'paper-full', { max: 2 })
      await desk.check(id, { kind: 'add', paper: 'id-card', count: 2, replaces: front.id })
      for (const change of ['turn', 'remove'] as const) await desk.check(id, { kind: change, page: front.id })
      await desk.check(id, { kind: 'order', paper: 'id-card' })
    })

    it('is nothing of papers that are not asked for, of pages of another application, and of no application', async () => {
      const [id, other] = [await desk.application('li', 3), await desk.application('wang', 2)]
      const foreign = desk.pages.add(other, 'id-card')
      await refused(desk.check(id, { kind: 'add', paper: 'photo' }), 'paper-unknown', { paper: 'photo' })
      await refused(desk.check(id, { kind: 'turn', page: foreign.id }), 'page-unknown')
      await refused(desk.check(id, { kind: 'add', paper: 'id-card', replaces: foreign.id }), 'page-unknown')
      await refused(desk.check('nobody', { kind: 'add', paper: 'id-card' }), 'not-found')
    })

    it('is nothing once it is handed in', async () => {
      const id = await handedIn('li', 3)
      const [page] = (await desk.paper(id, 'id-card')).pages
      const items = ['papers.id-card']
      await refused(desk.check(id, { kind: 'add', paper: 'id-card' }), 'not-editable', { items })
      await refused(desk.check(id, { kind: 'order', paper: 'id-card' }), 'not-editable', { items })
      for (const change of ['turn', 'remove'] as const)
        await refused(desk.check(id, { kind: change, page: page!.id }), 'page-fixed')
      expect(await desk.paper(id, 'id-card')).toMatchObject({
        open: false,
        fixed: new Set([page!.id, expect.anything()]),
      })
    })

    it('is the returned paper, whose state says so until something of it has changed', async () => {
      const id = await handedIn('li', 3)
      await giveBack(id, ['papers.id-card'])
      const { pages, state, returned, open } = await desk.paper(id, 'id-card')
      expect({ state, returned, open }).toEqual({
        state: 'returned',
        returned: { code: 'unreadable', words: '看不清' },
        open: true,
      })
      await refused(desk.check(id, { kind: 'add', paper: 'work-years-evidence' }), 'not-editable')
      await desk.check(id, { kind: 'turn', page: pages[1]!.id })
      desk.pages.change(id, 'id-card')
      expect(await stateOf(id, 'id-card')).toBe('complete')
    })

    it('is the returned page, by another one in its place, and nothing beside it', async () => {
      const id = await handedIn('li', 3)
      const [front, back] = (await desk.paper(id, 'id-card')).pages
      for (const page of [front!, back!]) page.handedOverAt = clock.now()
      await giveBack(id, [`pages.${back!.id}`], 'office')
      const before = await desk.paper(id, 'id-card')
      expect(before).toMatchObject({ state: 'returned', open: false })
      expect([...before.returnedPages.keys()]).toEqual([back!.id])
      await refused(desk.check(id, { kind: 'add', paper: 'id-card' }), 'not-editable')
      await refused(desk.check(id, { kind: 'add', paper: 'id-card', replaces: front!.id }), 'page-fixed')
      await refused(desk.check(id, { kind: 'turn', page: back!.id }), 'page-fixed')
      await desk.check(id, { kind: 'add', paper: 'id-card', replaces: back!.id })

      desk.pages.remove(back!.id)
      const again = desk.pages.add(id, 'id-card', { replaces: back!.id })
      expect(await stateOf(id, 'id-card')).toBe('complete')
      await desk.check(id, { kind: 'turn', page: again.id })
      await desk.check(id, { kind: 'add', paper: 'id-card', replaces: again.id })
      await refused(desk.check(id, { kind: 'remove', page: again.id }), 'page-fixed')
    })

    it('is a page that the office has only by another one: its bytes are fixed', async () => {
      const id = await handedIn('li', 3)
      const { pages } = await desk.paper(id, 'id-card')
      pages[0]!.handedOverAt = clock.now()
      await giveBack(id, ['papers.id-card'], 'office')
      await refused(desk.check(id, { kind: 'turn', page: pages[0]!.id }), 'page-fixed')
      await desk.check(id, { kind: 'remove', page: pages[0]!.id })
    })

    it('is a paper that corrected facts newly ask for', async () => {
      const id = await handedIn('li', 3)
      await giveBack(id, ['grade'])
      await desk.update(id, { grade: 1 })
      expect(await desk.paper(id, 'appointment-evidence')).toMatchObject({ state: 'missing', open: true })
      await desk.check(id, { kind: 'add', paper: 'appointment-evidence' })
      await refused(desk.check(id, { kind: 'add', paper: 'id-card' }), 'not-editable')
    })

    it('is nothing after the limit of the correction', async () => {
      const id = await handedIn('li', 3)
      await giveBack(id, ['papers.id-card'])
      const late = paperDesk(db.transactions, new ManualClock('2023-04-07T00:00:00Z'))
      await refused(late.check(id, { kind: 'add', paper: 'id-card' }), 'correction-limit-passed')
      const page = late.pages.add(id, 'id-card')
      await refused(late.check(id, { kind: 'remove', page: page.id }), 'correction-limit-passed')
    })
  })

  describe('what is promised to follow', () => {
    it('is kept with words and time, makes the 承诺书 complete, and can be taken back', async () => {
      const id = await desk.application('chen', 1)
      expect(await stateOf(id, 'undertaking')).toBe('missing')
      await desk.promises.put(id, 'account', agreement)
      const agreedAt = clock.now().toISOString()
      const promised = await desk.paper(id, agreement.paper)
      expect(promised).toMatchObject({ state: 'promised', promise: { agreedAt, version: '2023-1', state: 'open' } })
      expect(await stateOf(id, 'undertaking')).toBe('complete')
      const where = { applicationId: id, kind: 'undertaking' as const }
      const consents = await db.transactions.read((manager) => manager.findBy(ApplicationConsentRow, where))
      expect(consents).toMatchObject([{ accountId: 'account', version: '2023-1', at: clock.now() }])
      await desk.promises.put(id, 'account', { ...agreement, agreed: false })
      expect(await stateOf(id, agreement.paper)).toBe('missing')
    })

    it('is only what the notice lets follow, in words that are known, by the person that fills it in', async () => {
      const id = await desk.application('chen', 1)
      await refused(desk.promises.put(id, 'account', { ...agreement, paper: 'id-card' }), 'promise-not-allowed')
      await refused(desk.promises.put(id, 'account', { ...agreement, paper: 'photo' }), 'paper-unknown')
      const unknown = { kind: 'undertaking', version: '2023-1' }
      await refused(desk.promises.put(id, 'account', { ...agreement, version: '1999-1' }), 'consent-needed', unknown)
      await desk.update(id, { state: 'unit-review' })
      await refused(desk.promises.put(id, 'account', agreement), 'not-editable')
    })

    it('stays open for its pages after submission, while the rest is closed', async () => {
      const id = await desk.application('chen', 1)
      await desk.promises.put(id, 'account', agreement)
      for (const state of ['unit-review', 'office-review', 'exam-scheduled'] as const) {
        await desk.update(id, { state })
        await desk.check(id, { kind: 'add', paper: agreement.paper })
        const undertaking = await desk.paper(id, 'undertaking')
        expect(undertaking.state).toBe('complete')
        desk.pages.add(id, agreement.paper, { state: 'refused' })
      }
      await desk.update(id, { state: 'rejected' })
      await refused(desk.check(id, { kind: 'add', paper: agreement.paper }), 'not-editable')
    })
  })
})
