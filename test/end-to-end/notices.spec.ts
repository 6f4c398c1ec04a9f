import type { ApplicationView, NoticeList, NoticeSettings } from '@app/contract'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { DeliveryRow } from '../../bff/src/notices/rows/delivery-row'
import { NoticeRow } from '../../bff/src/notices/rows/notice-row'
import { officeCommand } from '../../bff/src/office-command'
import { OutboxRow } from '../../bff/src/platform/outbox/outbox-row'
import { Transactions } from '../../bff/src/platform/database/transaction'
import { goTo, later, ok, Phone } from './applicant.fixture'

const reasons = [{ item: 'papers.id-card', code: 'unreadable', text: '看不清' }]

describe.each(databaseKinds)('who hears of what, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let li: Phone
  let zhang: Phone
  let application: ApplicationView

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    world.office.control.setBffUrl(app.url)
    await app.work()
    goTo(world, '2023-03-21T09:00:00')
    li = await Phone.of(app, 'li')
    zhang = await Phone.of(app, 'zhang')
    application = await li.submitted()
    await app.work()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const inbox = async (phone: Phone, cursor?: string): Promise<NoticeList> =>
    ok<NoticeList>(await phone.get(`/notices${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`))
  const names = async (phone: Phone): Promise<string[]> => (await inbox(phone)).items.map(({ name }) => name)
  const transactions = (): Transactions => app.app.get(Transactions)
  const deliveries = (name: string): Promise<DeliveryRow[]> =>
    transactions().read(async (manager) => {
      const notices = await manager.findBy(NoticeRow, { name })
      const rows = await manager.find(DeliveryRow, { order: { createdAt: 'ASC', way: 'DESC' } })
      return rows.filter(({ noticeId }) => notices.some(({ id }) => id === noticeId))
    })

  test('the unit’s contacts find a new application in their inbox and in their mail; the applicant need not be told', async () => {
    expect(await names(zhang)).toContain('unit-to-review')
    const [first] = (await inbox(zhang)).items
    expect(first).toMatchObject({ audience: 'contact', read: false, place: { query: { id: application.id } } })
    expect(first?.happened).toContain('李')
    expect(world.mail.control.mails().some(({ subject }) => subject.includes(first?.title ?? '-'))).toBe(true)
  })

  test('a contact of another unit and another applicant see nothing of it', async () => {
    const others = await Promise.all(['wang', 'zhao'].map((person) => Phone.of(app, person)))
    for (const other of others) expect((await inbox(other)).items).toEqual([])
  })

  test('read is read, for oneself only', async () => {
    const { items, unread } = await inbox(zhang)
    expect(unread).toBe(items.length)
    const left = ok<{ unread: number }>(await zhang.call('POST', '/notices/read', { body: { ids: [items[0]?.id] } }))
    expect(left.unread).toBe(unread - 1)
    expect((await inbox(zhang)).items[0]?.read).toBe(true)
    ok(await zhang.call('POST', '/notices/read', { body: { all: true } }))
    expect(ok<{ unread: number }>(await zhang.get('/notices/unread')).unread).toBe(0)
    ok(await li.call('POST', '/notices/read', { body: { ids: items.map(({ id }) => id) } }))
  })

  test('a return is never silent: inbox with what to do and until when, and a message of WeChat where one is allowed', async () => {
    await world.wechat.control.messages.answer('li', { todo: 'accept', progress: 'accept' })
    ok(await zhang.approve(application))
    await app.work()
    const { recordNo = '' } = await li.view(application.id)
    world.office.control.returnFor(recordNo, reasons)
    await world.office.control.nudgesSettled()
    await app.work()
    await app.work()
    const returned = (await inbox(li)).items.find(({ name }) => name === 'returned-by-office')
    expect(returned).toMatchObject({ audience: 'applicant', read: false })
    expect(returned?.todo).toBeTruthy()
    expect(Date.parse(returned?.until ?? '')).toBeGreaterThan(world.clock.now())
    expect(world.wechat.control.messages.received('li').at(-1)).toBeDefined()
    expect(
      (await deliveries('returned-by-office')).filter(({ recipient }) => recipient.startsWith('account')),
    ).toMatchObject([{ way: 'wechat', state: 'sent' }])
  })

  test('a worker that died while it sent: the message is uncertain, goes on by the next way, and is never sent twice', async () => {
    const [row] = (await deliveries('returned-by-office')).filter(({ recipient }) => recipient.startsWith('account'))
    const id = row?.id ?? ''
    const now = new Date(world.clock.now())
    await transactions().run(async (manager) => {
      await manager.update(DeliveryRow, { id }, { state: 'sending', carrier: id })
      await manager.update(OutboxRow, { aggregate: `notice:${id}` }, { state: 'waiting', dueAt: now })
    })
    const before = world.wechat.control.messages.received().length
    await app.work()
    const after = (await deliveries('returned-by-office')).filter(({ recipient }) => recipient === row?.recipient)
    expect(after.map(({ way, state }) => [way, state])).toEqual(
      expect.arrayContaining([
        ['wechat', 'uncertain'],
        // No address of this person is known.
        ['email', 'skipped'],
      ]),
    )
    expect(world.wechat.control.messages.received()).toHaveLength(before)
  })

  test('who leaves the office’s list sees no notice of the unit any more, from that moment', async () => {
    expect((await inbox(zhang)).items.length).toBeGreaterThan(0)
    const { units } = world.office.control.reference()
    world.office.control.changeReference({ units: units.map((unit) => ({ ...unit, contacts: [] })) })
    await later(world, app)
    expect((await inbox(zhang)).items).toEqual([])
  })

  test('settings are kept: no WeChat, no mail, once a day', async () => {
    const settings = { wechat: false, email: false, pace: 'daily' as const }
    expect(ok<NoticeSettings>(await li.call('PUT', '/me/notice-settings', { body: settings }))).toMatchObject(settings)
    expect(ok<NoticeSettings>(await li.get('/me/notice-settings'))).toMatchObject(settings)
  })

  test('staff see what did not arrive and send it again; what may have arrived is not sent again', async () => {
    const rows = await transactions().read((manager) => manager.find(DeliveryRow, { take: 2, order: { id: 'ASC' } }))
    const [dead, unsure] = rows.map(({ id }) => id)
    await transactions().run(async (manager) => {
      await manager.update(DeliveryRow, { id: dead }, { state: 'dead', lastError: '421 try later' })
      await manager.update(DeliveryRow, { id: unsure }, { state: 'uncertain' })
    })
    const listed = (await officeCommand(app.app, ['notices:list'])).join('\n')
    expect(listed).toContain('421 try later')
    expect(listed).toContain(unsure)
    expect(await officeCommand(app.app, ['notices:resend', dead ?? ''])).toEqual([`${dead} will be tried again`])
    await expect(officeCommand(app.app, ['notices:resend', unsure ?? ''])).rejects.toThrow('never sent again')
    const again = await transactions().read((manager) => manager.findOneByOrFail(DeliveryRow, { id: dead ?? '' }))
    expect(again.state).toBe('waiting')
  })
})
