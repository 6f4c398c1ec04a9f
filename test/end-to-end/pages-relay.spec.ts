import { createHash } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { DataSource } from 'typeorm'
import { StuckMessages } from '../../bff/src/office-relay/stuck-messages'
import { OutboxClaims } from '../../bff/src/platform/outbox/outbox-claims'
import { OutboxRow } from '../../bff/src/platform/outbox/outbox-row'
import { type OfficeSwitches } from '../sandbox/exam-office/faults/switches'
import { later } from './applicant.fixture'
import { databaseKinds, Relay } from './pages-relay.fixture'

describe.each(databaseKinds)('pages on their way to the exam office, on %s', (kind) => {
  let relay: Relay

  beforeAll(async () => {
    relay = await Relay.open(kind)
  })
  afterEach(async () => {
    await relay.withdrawAll()
    await later(relay.world, relay.app)
  })
  afterAll(() => relay.close())

  const once = { calls: 1, keys: 1, kept: 1 }

  it('go after the application, in the order of the list, each once, as the bytes that the list names', async () => {
    const application = await relay.approved()
    const { papers } = await relay.applicant.papers(application.id)
    await relay.app.work()
    const { recordNo, content } = relay.record(application)
    expect(content.documents.map(({ id }) => id)).toEqual(papers.flatMap(({ pages }) => pages.map(({ id }) => id)))
    expect(Object.entries(relay.control.pageCalls(recordNo))).toEqual(content.documents.map(({ id }) => [id, once]))
    for (const { id, sha256, bytes } of content.documents) {
      const page = relay.control.document(recordNo, id) ?? Buffer.alloc(0)
      expect([createHash('sha256').update(page).digest('hex'), page.length]).toEqual([sha256, bytes])
      expect(page.subarray(0, 3).toString('hex')).toBe('ffd8ff')
    }
    await later(relay.world, relay.app)
    expect(Object.values(relay.control.pageCalls(recordNo))).toEqual(content.documents.map(() => once))
  })

  const troubles: [string, Partial<OfficeSwitches>][] = [
    ['its connection is cut', { down: 'unreachable' }],
    ['a proxy answers 503 in HTML', { down: 'unavailable' }],
    ['it answers 500 and keeps nothing', { fail: 2, appliesTo: 'writes' }],
    ['it keeps the page and answers 500', { failAfter: 1, appliesTo: 'writes' }],
    ['it keeps the page and the connection is cut', { cutAfter: 1, appliesTo: 'writes' }],
    ['it keeps the page and answers garbage under a right signature', { garbage: 1, appliesTo: 'writes' }],
    ['it keeps the page and its signature is wrong', { badSignature: 1, appliesTo: 'writes' }],
    ['it answers 409', { conflict: 1, appliesTo: 'writes' }],
  ]

  it.each(troubles)('where %s, the page waits with those behind it, and all arrive once', async (_, trouble) => {
    const application = await relay.announced()
    Object.assign(relay.control.switches, trouble)
    await relay.app.work()
    expect(relay.kept(application).slice(1)).not.toContain(1)
    expect(await relay.applicant.view(application.id)).toMatchObject({ relay: { state: 'waiting' } })
    relay.control.behaveWell()
    await later(relay.world, relay.app)
    expect(new Set(relay.kept(application))).toEqual(new Set([1]))
    expect(await relay.applicant.view(application.id)).toMatchObject({ relay: { state: 'delivered' } })
  })

  it('go on where they were when the service is started anew', async () => {
    const application = await relay.announced()
    await relay.step()
    expect(relay.kept(application).filter((count) => count === 1)).toHaveLength(1)
    // Taken for sending by a process that then dies without a word.
    await relay.app.app.get(OutboxClaims).take(['office.page'], 10)
    await relay.restart()
    await relay.app.work()
    expect(relay.kept(application).filter((count) => count === 1)).toHaveLength(1)
    await later(relay.world, relay.app)
    const calls = relay.control.pageCalls(relay.record(application).recordNo)
    expect(Object.values(calls)).toEqual(relay.record(application).content.documents.map(() => once))
  })

  it('of which one is returned: only the new one follows, in its place', async () => {
    const application = await relay.approved()
    await relay.app.work()
    const before = relay.record(application)
    const [front, back] = await relay.paper(application, 'id-card')
    await relay.returnsPage(application, front?.id ?? '')
    expect(await relay.applicant.view(application.id)).toMatchObject({ editable: [`pages.${front?.id}`] })
    relay.control.resetCounts()
    const retaken = await relay.retakes(application, 'id-card', front?.id ?? '', 9)
    await relay.app.work()
    const { recordNo, content } = relay.record(application)
    expect(relay.control.pageCalls(recordNo)).toEqual({ [retaken]: once })
    expect(content.documents.map(({ id }) => id)).toEqual(
      before.content.documents.map(({ id }) => (id === front?.id ? retaken : id)),
    )
    expect(content.documents.slice(0, 2).map(({ id }) => id)).toEqual([retaken, back?.id])
  })

  describe('while the office returns a second time before the first correction came', () => {
    const inTwoReturns = async (settleBetween: boolean) => {
      const application = await relay.approved()
      await relay.app.work()
      const [front, back] = (await relay.paper(application, 'id-card')).map(({ id }) => id)
      await relay.returnsPage(application, front ?? '')
      Object.assign(relay.control.switches, { fail: 1_000_000, appliesTo: 'writes' })
      const first = await relay.retakes(application, 'id-card', front ?? '', 9)
      await relay.app.work()
      await relay.returnsPage(application, back ?? '')
      if (settleBetween) {
        relay.control.behaveWell()
        await later(relay.world, relay.app)
      }
      const second = await relay.retakes(application, 'id-card', back ?? '', 10)
      relay.control.behaveWell()
      await later(relay.world, relay.app)
      return { application, retaken: [first, second] }
    }

    it.each([
      ['and is answered after the overtaken correction was dropped', true],
      ['and is answered while the overtaken correction still waits', false],
    ])('%s, the pages of both reach it, each kept once', async (_, settleBetween) => {
      const { application, retaken } = await inTwoReturns(settleBetween)
      const { content, state } = relay.record(application)
      expect(state).toBe('received')
      expect(content.documents.slice(0, 2).map(({ id }) => id)).toEqual(retaken)
      expect(relay.kept(application)).toEqual(content.documents.map(() => 1))
      expect(await relay.applicant.view(application.id)).toMatchObject({ relay: { state: 'delivered' } })
    })
  })

  it('wait while the page store is away, and go once it is back', async () => {
    const application = await relay.announced()
    const { pagesFolder } = relay.world
    renameSync(pagesFolder, `${pagesFolder}.away`)
    await relay.app.work()
    renameSync(`${pagesFolder}.away`, pagesFolder)
    expect(relay.kept(application)).not.toContain(1)
    await later(relay.world, relay.app)
    expect(new Set(relay.kept(application))).toEqual(new Set([1]))
  })

  it('of which one is not in the store any more: staff see it, and it goes once it is there again', async () => {
    const application = await relay.announced()
    const { file, hidden } = await relay.masterOf(relay.record(application).content.documents[0]?.id ?? '')
    renameSync(file, hidden)
    await relay.app.work()
    const stuck = relay.app.app.get(StuckMessages)
    const [dead] = (await stuck.list()).filter(({ state }) => state === 'dead')
    expect(dead).toMatchObject({ topic: 'office.page', lastError: 'the bytes of the page are not there' })
    renameSync(hidden, file)
    expect(await stuck.revive(dead?.id ?? '')).toBe(true)
    await later(relay.world, relay.app)
    expect(new Set(relay.kept(application))).toEqual(new Set([1]))
  })

  it('of which one is lost for good: given up by staff and returned by the office, it is photographed anew', async () => {
    const application = await relay.announced()
    const [lost] = await relay.paper(application, 'id-card')
    const { file } = await relay.masterOf(lost?.id ?? '')
    rmSync(file)
    await relay.app.work()
    // As docs/runbooks/office-down.md says.
    const { affected } = await relay.app.app
      .get(DataSource)
      .manager.update(OutboxRow, { state: 'dead' }, { state: 'done' })
    expect(affected).toBe(1)
    await relay.returnsPage(application, lost?.id ?? '')
    await relay.retakes(application, 'id-card', lost?.id ?? '', 9)
    await later(relay.world, relay.app)
    expect(relay.record(application).state).toBe('received')
    expect(new Set(relay.kept(application))).toEqual(new Set([1]))
  })
})
