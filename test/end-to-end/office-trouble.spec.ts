import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { type OfficeSwitches } from '../sandbox/exam-office/faults/switches'
import { type ApplicationView } from '@app/contract'
import { goTo, later, ok, Phone } from './applicant.fixture'

describe.each(databaseKinds)('an exam office in trouble, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let applicant: Phone
  let contact: Phone

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    world.office.control.setBffUrl(app.url)
    await app.work()
    contact = await Phone.of(app, 'zhang')
    goTo(world, '2023-03-20T10:00:00')
  })
  beforeEach(async () => {
    applicant = await Phone.of(app, 'li')
  })
  afterEach(async () => {
    world.office.control.behaveWell()
    const { items } = ok<{ items: ApplicationView[] }>(await applicant.get('/applications'))
    for (const open of items.filter(({ state }) => !['withdrawn', 'rejected'].includes(state)))
      ok(await applicant.post(`/applications/${open.id}/withdrawal`, {}, { version: open.version }))
    await later(world, app)
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const approved = async (): Promise<ApplicationView> => ok(await contact.approve(await applicant.submitted()))
  const recordsOf = ({ id }: ApplicationView) =>
    world.office.control.records().filter(({ applicationId }) => applicationId === id)

  const troubles: [string, Partial<OfficeSwitches>, number][] = [
    ['its connection is cut', { down: 'unreachable' }, 0],
    ['a proxy answers 503 in HTML', { down: 'unavailable' }, 0],
    ['it answers 500 and keeps nothing', { fail: 3, appliesTo: 'writes' }, 0],
    ['it keeps the application and answers 500', { failAfter: 1, appliesTo: 'writes' }, 1],
    ['it keeps the application and the connection is cut', { cutAfter: 1, appliesTo: 'writes' }, 1],
    ['it keeps the application and answers garbage under a right signature', { garbage: 1, appliesTo: 'writes' }, 1],
    ['it keeps the application and its signature is wrong', { badSignature: 1, appliesTo: 'writes' }, 1],
    ['it answers 409', { conflict: 1, appliesTo: 'writes' }, 0],
  ]

  it.each(troubles)('where %s, the application waits, says so, and arrives once', async (_, trouble, kept) => {
    const application = await approved()
    Object.assign(world.office.control.switches, trouble)
    await app.work()
    const waiting = await applicant.view(application.id)
    expect(waiting).toMatchObject({ state: 'office-review', relay: { state: 'waiting' } })
    expect(waiting.relay.attempts).toBeGreaterThan(0)
    expect(recordsOf(application)).toHaveLength(kept)
    world.office.control.behaveWell()
    await later(world, app)
    expect(await applicant.view(application.id)).toMatchObject({
      relay: { state: 'delivered' },
      recordNo: recordsOf(application)[0]?.recordNo,
    })
    expect(recordsOf(application)).toHaveLength(1)
  })

  it('where it is slow, nobody else waits for it', async () => {
    const application = await approved()
    world.office.control.switches.slowMs = 3_000
    const working = app.work()
    expect(await applicant.view(application.id)).toMatchObject({ relay: { state: 'waiting' } })
    await working
    expect(await applicant.view(application.id)).toMatchObject({ relay: { state: 'delivered' } })
    expect(recordsOf(application)).toHaveLength(1)
  })

  it('a withdrawal follows the application that still waits, in order', async () => {
    const application = await approved()
    world.office.control.switches.down = 'unreachable'
    await app.work()
    ok(await applicant.post(`/applications/${application.id}/withdrawal`, {}, { version: application.version }))
    world.office.control.behaveWell()
    await later(world, app)
    const [record] = recordsOf(application)
    expect(world.office.control.history(record?.recordNo ?? '').map(({ type }) => type)).toEqual([
      'withdrawn',
      'application',
    ])
  })

  it('what it decides before its receipt has come through is applied afterwards', async () => {
    const application = await approved()
    world.office.control.switches.cutAfter = 1
    await app.work()
    const [record] = recordsOf(application)
    const reasons = [{ item: 'facts.workStart', code: 'differs-from-file', text: '与档案不一致' }]
    world.office.control.returnFor(record?.recordNo ?? '', reasons)
    await world.office.control.nudgesSettled()
    await later(world, app)
    expect(await applicant.view(application.id)).toMatchObject({
      state: 'office-returned',
      editable: ['facts.workStart'],
    })
  })

  it('a feed with doubles and gaps is applied in order and once', async () => {
    const application = await approved()
    await app.work()
    const recordNo = recordsOf(application)[0]?.recordNo ?? ''
    const { control } = world.office
    Object.assign(control.switches, { feedTwice: 2, feedGap: 1, nudge: 'twice' })
    control.returnFor(recordNo, [{ item: 'name', code: 'wrong', text: '姓名不符' }])
    control.decide(recordNo, { type: 'onsite-required' })
    control.decide(recordNo, { type: 'onsite-confirmed' })
    await control.nudgesSettled()
    await later(world, app)
    const { timeline, state } = await applicant.view(application.id)
    expect(state).toBe('awaiting-payment')
    expect(timeline.slice(0, 3).map(({ event }) => event)).toEqual(['onsite-confirmed', 'onsite-required', 'returned'])
  })

  it('a nudge with a wrong signature changes nothing, and the feed is read all the same in its time', async () => {
    const application = await approved()
    await app.work()
    world.office.control.switches.nudge = 'bad-signature'
    world.office.control.decide(recordsOf(application)[0]?.recordNo ?? '', { type: 'rejected' })
    await world.office.control.nudgesSettled()
    await app.work()
    expect(await applicant.view(application.id)).toMatchObject({ state: 'office-review' })
    await later(world, app)
    expect(await applicant.view(application.id)).toMatchObject({ state: 'rejected', stage: 'ended' })
  })

  it('an event of a type that is unknown here is kept and shown to the unit, and what follows it is applied', async () => {
    const application = await approved()
    await app.work()
    const recordNo = recordsOf(application)[0]?.recordNo ?? ''
    world.office.control.decide(recordNo, { type: 'lunar-eclipse' })
    world.office.control.decide(recordNo, { type: 'ticket-issued' })
    world.office.control.accept(recordNo)
    await world.office.control.nudgesSettled()
    await app.work()
    const review = ok<any>(await contact.get(`/unit-desk/applications/${application.id}`))
    expect(review.unknownEvents).toMatchObject([{ type: 'lunar-eclipse' }, { type: 'ticket-issued' }])
    expect(review.state).toBe('awaiting-payment')
  })

  it('a correction that meets a record which has gone on is sent anew on the newer revision', async () => {
    const application = await approved()
    await app.work()
    const recordNo = recordsOf(application)[0]?.recordNo ?? ''
    world.office.control.returnFor(recordNo, [{ item: 'facts.workStart', code: 'differs-from-file', text: '不一致' }])
    await world.office.control.nudgesSettled()
    await app.work()
    const returned = await applicant.view(application.id)
    const facts = { ...returned.facts, workStart: '2004-08-01' }
    const mended = ok(await applicant.patch(application.id, returned.version, { facts }))
    // The office writes a note of its own before the correction comes; it may not be known here yet.
    world.office.control.decide(recordNo, { type: 'manual-decision', data: { note: '示例' } })
    ok(await applicant.correct(mended))
    await later(world, app)
    await later(world, app)
    const record = world.office.control.record(recordNo)
    expect(record).toMatchObject({ state: 'received', content: { facts: { workStart: '2004-08-01' } } })
    expect(await applicant.view(application.id)).toMatchObject({
      state: 'office-review',
      relay: { state: 'delivered' },
    })
  })

  it('a correction that waited until the office returned again is not sent in place of the second one', async () => {
    const application = await approved()
    await app.work()
    const { control } = world.office
    const recordNo = recordsOf(application)[0]?.recordNo ?? ''
    const returnAndCorrect = async (text: string, employer: string): Promise<void> => {
      control.returnFor(recordNo, [{ item: 'form.workExperience', code: 'differs-from-file', text }])
      await control.nudgesSettled()
      await app.work()
      const { version } = await applicant.view(application.id)
      const workExperience = [{ from: '2005-09', employer, post: '保管工' }]
      const mended = ok(await applicant.patch(application.id, version, { form: { workExperience } }))
      ok(await applicant.correct(mended))
    }
    Object.assign(control.switches, { fail: 1_000, appliesTo: 'writes' })
    await returnAndCorrect('不一致', '第一次更正')
    await app.work()
    await returnAndCorrect('仍不一致', '第二次更正')
    control.behaveWell()
    await later(world, app)
    expect(control.record(recordNo)).toMatchObject({
      state: 'received',
      content: { workExperience: [{ employer: '第二次更正' }] },
    })
    expect(await applicant.view(application.id)).toMatchObject({
      state: 'office-review',
      relay: { state: 'delivered' },
    })
  })

  it('a correction after an event of an unknown type names the revision that this event made', async () => {
    const application = await approved()
    await app.work()
    const { control } = world.office
    const recordNo = recordsOf(application)[0]?.recordNo ?? ''
    control.returnFor(recordNo, [{ item: 'facts.workStart', code: 'differs-from-file', text: '不一致' }])
    control.decide(recordNo, { type: 'lunar-eclipse' })
    await control.nudgesSettled()
    await app.work()
    const returned = await applicant.view(application.id)
    const facts = { ...returned.facts, workStart: '2004-08-01' }
    ok(await applicant.correct(ok(await applicant.patch(application.id, returned.version, { facts }))))
    await later(world, app)
    expect(control.record(recordNo)).toMatchObject({ state: 'received' })
  })
})
