import type { ApplicationView, NoticeList, NoticeSettings } from '@app/contract'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { DeliveryRow } from '../../bff/src/notices/rows/delivery-row'
import { Transactions } from '../../bff/src/platform/database/transaction'
import { goTo, later, ok, Phone } from './applicant.fixture'

const items = [{ item: 'workExperience', code: 'incomplete', words: '缺一段经历' }]
const address = 'li@example.com'

describe.each(databaseKinds)('notices by e-mail, whatever the mail server does, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let li: Phone
  let zhang: Phone
  let application: ApplicationView
  const earlier: string[] = []

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    await app.work()
    goTo(world, '2023-03-21T09:00:00')
    li = await Phone.of(app, 'li')
    zhang = await Phone.of(app, 'zhang')
    ok(await li.call('POST', '/me/email', { body: { address } }))
    const code = /\d{6}/.exec(world.mail.control.mails(address)[0]?.subject ?? '')?.[0]
    const settings = ok<NoticeSettings>(await li.call('POST', '/me/email/confirmation', { body: { code } }))
    expect(settings.address).toEqual({ masked: 'l***@example.com', state: 'confirmed' })
    application = await li.submitted()
    await app.work()
  })
  beforeEach(() => {
    world.mail.control.behaveWell()
    for (const { subject, text, html } of world.mail.control.mails()) earlier.push(subject, text, html)
    world.mail.control.forgetMails()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const mails = () => world.mail.control.mails(address)
  /** The unit returns it, and what is to be sent is tried. */
  async function returned(): Promise<void> {
    world.clock.advance(60_000)
    application = ok(await zhang.giveBack(application, items))
    await app.work()
  }
  /** The applicant mends it and sends it in again, so that the next test may return it. */
  async function corrected(): Promise<void> {
    const { id } = application
    const { version } = await li.view(id)
    const workExperience = [{ from: '2005-09', employer: '示例单位', post: `保管工 ${version}` }]
    application = ok(await li.correct(ok(await li.patch(id, version, { form: { workExperience } }))))
    await app.work()
  }
  const newest = async () => ok<NoticeList>(await li.get('/notices')).items[0]
  const states = async (): Promise<string[]> => {
    const transactions = app.app.get(Transactions)
    const options = { where: { way: 'email' as const }, order: { createdAt: 'DESC' } } as const
    const rows = await transactions.read((manager) => manager.find(DeliveryRow, options))
    return rows.filter(({ recipient }) => recipient.startsWith('account')).map(({ state }) => state)
  }

  test('a mail server that is down for an hour: the inbox has it at once, the mail comes afterwards, once', async () => {
    world.mail.control.switches.down = 'closed'
    await returned()
    expect(await newest()).toMatchObject({ name: 'returned-by-unit', read: false })
    for (let at = 0; at < 6; at += 1) await later(world, app)
    expect([mails(), (await states())[0]]).toEqual([[], 'waiting'])
    world.mail.control.behaveWell()
    await later(world, app)
    await later(world, app)
    expect(mails().map(({ subject }) => subject)).toEqual([`${(await newest())?.title}（工勤技能等级考核）`])
    expect((await states())[0]).toBe('sent')
    await corrected()
  })

  test('greylisting: asked again only after five minutes, and then it is taken, once', async () => {
    world.mail.control.switches.greylist = 1
    await returned()
    const asked = () => world.mail.control.counts()['refused:451']
    const before = asked()
    world.clock.advance(4 * 60_000)
    await app.work()
    expect([asked(), mails()]).toEqual([before, []])
    await later(world, app)
    expect(mails()).toHaveLength(1)
    await corrected()
  })

  test('an address that is gone: said to staff, not tried again, and the inbox has it', async () => {
    world.mail.control.switches.reject = [address]
    await returned()
    expect((await states())[0]).toBe('failed')
    world.mail.control.behaveWell()
    await later(world, app)
    expect([mails(), (await newest())?.name]).toEqual([[], 'returned-by-unit'])
    await corrected()
  })

  test('a line that is cut behind the content: the mail may have arrived, so it is never sent again', async () => {
    Object.assign(world.mail.control.switches, { cutKept: 1 })
    await returned()
    await later(world, app)
    expect(mails()).toHaveLength(1)
    expect((await states())[0]).toBe('uncertain')
    await corrected()
  })

  test('who turned e-mail off gets none; who forgot the address neither', async () => {
    const settings = { wechat: true, pace: 'at-once' }
    ok(await li.call('PUT', '/me/notice-settings', { body: { ...settings, email: false } }))
    await returned()
    expect([mails(), (await states())[0]]).toEqual([[], 'skipped'])
    await corrected()
    ok(await li.call('PUT', '/me/notice-settings', { body: { ...settings, email: true } }))
    expect(ok<NoticeSettings>(await li.call('POST', '/me/email', { body: { address: '' } })).address).toBeUndefined()
    await returned()
    expect(mails()).toEqual([])
    await corrected()
  })

  test('a contact who wants one list gets it in the morning, as one mail, and nothing before', async () => {
    const listed = 'sample-zhang@example.invalid'
    expect(ok<NoticeSettings>(await zhang.get('/me/notice-settings')).address).toEqual({
      ...{ masked: 's***@example.invalid', state: 'from-list' },
    })
    ok(await zhang.call('PUT', '/me/notice-settings', { body: { wechat: true, email: true, pace: 'daily' } }))
    await returned()
    await corrected()
    await returned()
    await corrected()
    await later(world, app)
    expect(world.mail.control.mails(listed)).toEqual([])
    goTo(world, '2023-03-22T08:01:00')
    await later(world, app)
    const [list, ...others] = world.mail.control.mails(listed)
    expect(others).toEqual([])
    expect(list?.subject).toMatch(/^\d+ 条消息：/)
    expect(list?.text).toContain('工考办名单上的经办人')
  })

  test('no mail names an ID number or a phone, and no log of deliveries names an address', async () => {
    const transactions = app.app.get(Transactions)
    const rows = await transactions.read((manager) => manager.find(DeliveryRow))
    expect(JSON.stringify(rows)).not.toContain('@')
    expect(earlier.length).toBeGreaterThan(20)
    expect(earlier.join()).not.toMatch(/\d{17}[\dX]|1200000[1-3]00\d/)
  })
})
