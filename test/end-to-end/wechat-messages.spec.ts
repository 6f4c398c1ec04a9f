import type { ApplicationView, NoticeList } from '@app/contract'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { goTo, later, ok, Phone } from './applicant.fixture'

const items = [{ item: 'workExperience', code: 'incomplete', words: '缺一段经历' }]
const address = 'li@example.com'

describe.each(databaseKinds)('notices by WeChat, whatever WeChat answers, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let li: Phone
  let zhang: Phone
  let application: ApplicationView

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    await app.work()
    goTo(world, '2023-03-21T09:00:00')
    li = await Phone.of(app, 'li')
    zhang = await Phone.of(app, 'zhang')
    ok(await li.call('POST', '/me/email', { body: { address } }))
    const code = /\d{6}/.exec(world.mail.control.mails(address)[0]?.subject ?? '')?.[0]
    ok(await li.call('POST', '/me/email/confirmation', { body: { code } }))
    application = await li.submitted()
    await app.work()
  })
  beforeEach(async () => {
    Object.assign(messages().switches, { sendErrors: [], lostSends: 0, lostAnswers: 0 })
    world.clock.advance(1000)
    await messages().turnOff('li', 'todo')
    world.mail.control.forgetMails()
    world.wechat.control.resetCounts()
    seen = messages().received('li').length
  })
  afterEach(() => corrected())
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  let seen = 0
  const messages = () => world.wechat.control.messages
  const sends = () => world.wechat.control.counts()['subscribe_send'] ?? 0
  const accept = () => messages().answer('li', { todo: 'accept' })
  /** How many went by WeChat and how many by mail since the test began. */
  const told = () => ({
    wechat: messages().received('li').length - seen,
    mail: world.mail.control.mails(address).length,
  })
  const newest = async () => ok<NoticeList>(await li.get('/notices')).items[0]
  /** The unit returns it, and what is to be sent is tried. */
  async function returned(): Promise<void> {
    world.clock.advance(60_000)
    application = ok(await zhang.giveBack(application, items))
    await app.work()
    await messages().pushesSettled()
  }
  /** The applicant mends it and sends it in again, so that it can be returned once more. */
  async function corrected(): Promise<void> {
    const { id } = application
    const { version } = await li.view(id)
    const workExperience = [{ from: '2005-09', employer: '示例单位', post: `保管工 ${version}` }]
    application = ok(await li.correct(ok(await li.patch(id, version, { form: { workExperience } }))))
    await app.work()
  }

  test('[danger 45] one consent, two returns: the first comes by WeChat, the second by mail, and WeChat is asked once', async () => {
    await accept()
    await returned()
    expect(told()).toEqual({ wechat: 1, mail: 0 })
    expect(messages().received('li').at(-1)?.page).toContain(application.id)
    await corrected()
    await returned()
    await later(world, app)
    expect([told(), sends()]).toEqual([{ wechat: 1, mail: 1 }, 1])
    expect((await newest())?.name).toBe('returned-by-unit')
  })

  test('[danger 45] a consent that WeChat does not know of: one call, then the mail, and no more calls until the person accepts again', async () => {
    await accept()
    await accept()
    messages().useUp('li', 'todo')
    await returned()
    await later(world, app)
    expect([told(), sends()]).toEqual([{ wechat: 0, mail: 1 }, 1])
    await corrected()
    await returned()
    expect([told(), sends()]).toEqual([{ wechat: 0, mail: 2 }, 1])
  })

  test('WeChat is busy for a while: the message waits for it, and goes there once', async () => {
    await accept()
    messages().switches.sendErrors = [-1, 45011, 43108]
    await returned()
    expect(told()).toEqual({ wechat: 0, mail: 0 })
    await later(world, app)
    await later(world, app)
    expect([told(), sends()]).toEqual([{ wechat: 1, mail: 0 }, 4])
  })

  test.each([40003, 40037, 41030, 43107, 45168, 47003, 99999])(
    '%i is no answer to try again: the mail has it at once',
    async (errcode) => {
      await accept()
      messages().switches.sendErrors = [errcode]
      await returned()
      expect(told()).toEqual({ wechat: 0, mail: 1 })
      await later(world, app)
      expect([told(), sends()]).toEqual([{ wechat: 0, mail: 1 }, 1])
    },
  )

  test.each(['lostSends', 'lostAnswers'] as const)(
    'without an answer (%s) it is never sent there again: the mail has it, too',
    async (fault) => {
      await accept()
      await accept()
      messages().switches[fault] = 1
      await returned()
      await later(world, app)
      expect([told(), sends()]).toEqual([{ wechat: fault === 'lostAnswers' ? 1 : 0, mail: 1 }, 1])
    },
  )

  test('a token that was replaced under our feet costs one call more, and no notice', async () => {
    await accept()
    world.wechat.control.replaceTokens()
    await returned()
    expect([told(), sends()]).toEqual([{ wechat: 1, mail: 0 }, 2])
  })
})
