import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { Feed } from '../../bff/src/office-relay/feed'
import { HeldChanges } from '../../bff/src/office-relay/held-changes'
import { OutboxWorker } from '../../bff/src/platform/outbox/outbox-worker'
import { type ApplicationView } from '@app/contract'
import { goTo, later, ok, Phone } from './applicant.fixture'

describe.each(databaseKinds)('the feed of the exam office, on %s', (kind) => {
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

  it('what was held while another process settled the receipt comes before the next event', async () => {
    const application = await approved()
    const { control } = world.office
    control.switches.nudge = 'off'
    control.switches.cutAfter = 1
    await app.app.get(OutboxWorker).drain()
    const recordNo = recordsOf(application)[0]?.recordNo ?? ''
    control.decide(recordNo, { type: 'onsite-required' })
    await app.app.get(Feed).pull()
    // The other process released before this event was kept, so it found nothing to release.
    const release = jest.spyOn(app.app.get(HeldChanges), 'release').mockResolvedValue()
    world.clock.advance(60_000)
    await app.app.get(OutboxWorker).drain()
    release.mockRestore()
    control.decide(recordNo, { type: 'onsite-confirmed' })
    await app.app.get(Feed).pull()
    const { timeline } = await applicant.view(application.id)
    expect(timeline.slice(0, 2).map(({ event }) => event)).toEqual(['onsite-confirmed', 'onsite-required'])
  })

  it('a text of the office with half a character is shown with a sign in its place, and the feed goes on', async () => {
    const application = await approved()
    await app.work()
    const recordNo = recordsOf(application)[0]?.recordNo ?? ''
    world.office.control.returnFor(recordNo, [{ item: 'name', code: 'wrong', text: '姓名不符\ud83d' }])
    await world.office.control.nudgesSettled()
    await app.work()
    const view = await applicant.view(application.id)
    expect(view.state).toBe('office-returned')
    expect(JSON.stringify(view)).toContain('姓名不符\ufffd')
  })

  it('an event of any length that the contract allows is applied', async () => {
    const application = await approved()
    await app.work()
    const recordNo = recordsOf(application)[0]?.recordNo ?? ''
    const reasons = Array.from({ length: 100 }, (_, at) => ({
      item: `papers.p${at}`,
      code: 'x',
      text: '退'.repeat(500),
    }))
    world.office.control.decide(recordNo, { type: 'returned', reasons, data: { note: 'x'.repeat(100_000) } })
    await world.office.control.nudgesSettled()
    await app.work()
    expect((await applicant.view(application.id)).state).toBe('office-returned')
  })

  it('an event that the database does not take is kept for staff, and what follows it is applied', async () => {
    const application = await approved()
    await app.work()
    const { control } = world.office
    const recordNo = recordsOf(application)[0]?.recordNo ?? ''
    const event = control.decide(recordNo, { type: 'onsite-required' })
    // No column of instants on a server goes so far.
    event.at = '+012023-03-20T02:00:00.000Z'
    control.accept(recordNo)
    await control.nudgesSettled()
    await app.work()
    expect((await applicant.view(application.id)).state).toBe('awaiting-payment')
  })
})
