import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { DeliveryRow } from '../../bff/src/notices/rows/delivery-row'
import { NoticeWriter } from '../../bff/src/notices/writing'
import { Transactions } from '../../bff/src/platform/database/transaction'
import { goTo, later, ok, Phone } from './applicant.fixture'

const place = 'unit-contact:sample-city-service'

describe.each(databaseKinds)('a contact who wants one list in the morning, on %s', (kind) => {
  let world: World
  let app: RunningApp

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    await app.work()
    goTo(world, '2023-03-21T10:00:00')
    const settings = { wechat: true, email: true, pace: 'daily' }
    ok(await (await Phone.of(app, 'zhang')).call('PUT', '/me/notice-settings', { body: settings }))
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const tell = (key: string, until = '2023-03-28T16:00:00.000Z'): Promise<void> =>
    app.app.get(Transactions).run((manager) => {
      const facts = { count: '3', now: new Date(world.clock.now()).toISOString(), until }
      return app.app.get(NoticeWriter).remindPlace(manager, { name: 'reminder-review', placeKey: place, key, facts })
    })
  const toZhang = () => world.mail.control.mails('sample-zhang@example.invalid')
  const states = (): Promise<string[]> =>
    app.app.get(Transactions).read(async (manager) => {
      const rows = await manager.findBy(DeliveryRow, { way: 'email' })
      return rows.map(({ state }) => state)
    })

  test('gets nothing by day, and everything of the day in one mail at eight', async () => {
    await tell('first')
    await later(world, app)
    await tell('second')
    await later(world, app)
    expect(toZhang()).toEqual([])
    goTo(world, '2023-03-22T08:00:01')
    await app.work()
    await app.work()
    expect(toZhang()).toHaveLength(1)
    expect(await states()).toEqual(['sent', 'sent'])
  })

  test('the mail server is down at eight: the same list comes once, when it is up again', async () => {
    world.mail.control.forgetMails()
    await tell('third')
    await tell('fourth')
    world.mail.control.switches.down = 'busy'
    goTo(world, '2023-03-23T08:00:01')
    await app.work()
    await later(world, app)
    expect(toZhang()).toEqual([])
    world.mail.control.behaveWell()
    await later(world, app)
    expect(toZhang()).toHaveLength(1)
    expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent'])
  })

  test('what is to be done before the next morning does not wait for it', async () => {
    world.mail.control.forgetMails()
    goTo(world, '2023-03-23T12:00:00')
    await tell('today', '2023-03-23T16:00:00.000Z')
    await later(world, app)
    expect(toZhang()).toHaveLength(1)
  })

  test('who left the list before the morning gets no mail of it', async () => {
    world.mail.control.forgetMails()
    await tell('fifth')
    const { units } = world.office.control.reference()
    world.office.control.changeReference({ units: units.map((unit) => ({ ...unit, contacts: [] })) })
    goTo(world, '2023-03-24T07:50:00')
    await later(world, app)
    await app.work()
    expect(toZhang()).toEqual([])
  })
})
