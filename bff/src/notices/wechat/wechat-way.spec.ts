import { databaseKinds, World, type RunningApp } from '../../app.fixture'
import { Transactions } from '../../platform/database/transaction'
import { FieldIndex } from '../../platform/privacy/field-cipher'
import type { NoticeContent, WechatWords } from '../catalogue/notice'
import type { Parcel, Recipient, Sent } from '../ways/way'
import { WechatWay } from './wechat-way'

const content = (changes: Partial<WechatWords> = {}): NoticeContent => ({
  title: '申报被退回',
  happened: '您的申报被退回。',
  place: { page: 'track/status', query: { id: 'b1' } },
  wechat: {
    template: 'todo',
    what: '三级申报被退回',
    whom: '示例·李师傅',
    when: '2023-04-07T15:59:59.999Z',
    hint: '请在 2 个工作日内改好再提交',
    ...changes,
  },
})

describe.each(databaseKinds)('WeChat as a way, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let me: { token: string; accountId: string }
  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    me = await app.signIn('li')
    await app.signIn('zhang', true)
    await app.work()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })
  const control = () => world.wechat.control.messages
  const way = () => app.app.get(WechatWay)
  const li = (): Recipient => ({ kind: 'account', accountId: me.accountId })
  const zhang = (changes = {}): Recipient => ({
    ...{ kind: 'contact', phoneDigest: app.app.get(FieldIndex).digest('phone', '12000002001') },
    ...{ placeKey: 'unit-contact:sample-city-service', ...changes },
  })
  const accept = async (person = 'li', times = 1): Promise<void> => {
    for (let turn = 0; turn < times; turn += 1) {
      world.clock.advance(1000)
      await control().answer(person, { todo: 'accept', progress: 'accept' })
    }
  }
  const left = async (): Promise<number> =>
    (await app.call('GET', '/api/v1/me/notice-settings', { token: me.token })).body.wechatLeft.todo
  const reserve = (recipient: Recipient, contents = [content()]): Promise<boolean> =>
    app.app.get(Transactions).run((manager) => way().reserve(manager, recipient, contents))
  const parcel = (recipient: Recipient, contents = [content()]): Parcel => ({ id: 'delivery', recipient, contents })
  /** As the courier does it; undefined: the way was not open. */
  const deliver = async (recipient: Recipient, contents = [content()]): Promise<Sent | undefined> =>
    (await reserve(recipient, contents)) ? way().send(parcel(recipient, contents)) : undefined
  const settings = (changes: object) =>
    app.call('PUT', '/api/v1/me/notice-settings', {
      ...{ token: me.token, body: { wechat: true, email: true, pace: 'at-once', ...changes } },
    })

  beforeEach(async () => {
    Object.assign(control().switches, { sendErrors: [], lostSends: 0, lostAnswers: 0 })
    await settings({})
    world.clock.advance(1000)
    await control().turnOff('li', 'todo')
    await control().turnOff('zhang', 'todo')
    world.wechat.control.resetCounts()
  })
  const sends = () => world.wechat.control.counts()['subscribe_send'] ?? 0

  test('[danger 45] one acceptance, two events: the first goes by WeChat, for the second the way is not open, and WeChat is not asked', async () => {
    await accept()
    const before = control().received('li').length
    expect([await deliver(li()), await deliver(li()), await deliver(li())]).toEqual([
      { kind: 'sent' },
      undefined,
      undefined,
    ])
    expect([control().received('li').length - before, sends(), await left()]).toEqual([1, 1, 0])
  })

  test('[danger 45] consents that WeChat does not know of cost one call, not one each', async () => {
    await accept('li', 5)
    control().useUp('li', 'todo')
    const ended = [await deliver(li()), await deliver(li()), await deliver(li())]
    expect(ended).toEqual([{ kind: 'refused', reason: 'WeChat: refused 43101' }, undefined, undefined])
    expect([sends(), await left()]).toEqual([1, 0])
    await accept()
    expect(await deliver(li())).toEqual({ kind: 'sent' })
  })

  test('[danger 46] a message says its words in the fields of its template, and opens its page', async () => {
    await accept()
    const unit = '河南省焦作市山阳区人力资源和社会保障局下属事业单位服务中心'
    expect(await deliver(li(), [content({ whom: unit })])).toEqual({ kind: 'sent' })
    expect(control().received('li').at(-1)).toMatchObject({
      page: 'packages/track/pages/status/index?id=b1',
      data: {
        thing2: '三级申报被退回',
        thing6: '河南省焦作市山阳区人力资源和社会保障局…',
        date3: '2023年4月7日 23:59',
      },
    })
  })

  test('whoever turned WeChat off gets nothing there, and keeps what is left', async () => {
    await accept()
    await settings({ wechat: false })
    expect([await deliver(li()), sends(), await left()]).toEqual([undefined, 0, 1])
  })

  test.each([
    [-1, { kind: 'passing', reason: 'WeChat: busy -1' }],
    [45009, { kind: 'passing', reason: 'WeChat: busy 45009', afterSeconds: 3600 }],
    [43108, { kind: 'passing', reason: 'WeChat: busy 43108', afterSeconds: 10 }],
  ])('%i passes: what was taken for it is given back', async (errcode, ended) => {
    await accept()
    control().switches.sendErrors = [errcode]
    expect(await deliver(li())).toEqual(ended)
    expect(await left()).toBe(0)
    await app.app.get(Transactions).run((manager) => way().giveBack(manager, li(), [content()]))
    expect(await left()).toBe(1)
  })

  test('a token that WeChat refuses again and again passes, after two calls', async () => {
    await accept()
    control().switches.sendErrors = [40001, 40001, 40001]
    expect([await deliver(li()), sends()]).toEqual([{ kind: 'passing', reason: 'WeChat: token 40001' }, 2])
  })

  test.each([
    [40003, 'WeChat: unexpected 40003'],
    [40037, 'WeChat: configuration 40037'],
    [41030, 'WeChat: configuration 41030'],
    [43107, 'WeChat: configuration 43107'],
    [45168, 'WeChat: invalid 45168'],
    [47003, 'WeChat: invalid 47003'],
    [99999, 'WeChat: unexpected 99999'],
  ])('%i will never go: another way takes it, and the consent stays', async (errcode, reason) => {
    await accept()
    control().switches.sendErrors = [errcode]
    expect(await deliver(li())).toEqual({ kind: 'refused', reason })
    expect([sends(), await left()]).toEqual([1, 1])
  })

  test('without an answer it may have arrived: it counts as sent once', async () => {
    await accept('li', 2)
    control().switches.lostAnswers = 1
    expect(await deliver(li())).toEqual({ kind: 'unknown', reason: 'WeChat did not answer' })
    expect(await left()).toBe(1)
  })

  test('[danger 50] a notice whose time is not known takes another way', async () => {
    await accept()
    expect([await deliver(li(), [content({ when: '' })]), await left()]).toEqual([undefined, 1])
  })

  test('a contact of the list gets it on the account with that verified number', async () => {
    await accept('zhang')
    expect(await deliver(zhang())).toEqual({ kind: 'sent' })
    expect(control().received('zhang').at(-1)?.data).toMatchObject({ thing2: '三级申报被退回' })
  })

  test('a morning list goes as one message on one consent', async () => {
    await accept('zhang')
    const list = [content(), content({ whom: '示例·王师傅' }), content()]
    expect([await deliver(zhang(), list), await deliver(zhang())]).toEqual([{ kind: 'sent' }, undefined])
    expect(control().received('zhang').at(-1)).toMatchObject({
      ...{ page: 'packages/notices/pages/list/index', data: { thing2: '3条通知，请查看', thing6: '示例·李师傅等' } },
    })
  })

  test('who is no contact of that place, or has no verified number, gets nothing there', async () => {
    await accept('zhang')
    const others = [
      zhang({ placeKey: 'unit-contact:sample-city-hospital' }),
      zhang({ placeKey: 'department-contact:sample-city-service' }),
      zhang({ phoneDigest: app.app.get(FieldIndex).digest('phone', '12000002002') }),
    ]
    for (const other of others) expect([other, await deliver(other)]).toEqual([other, undefined])
    expect(await way().send(parcel(others[0] ?? zhang()))).toEqual({ kind: 'refused', reason: 'not open any more' })
  })

  test('a number that another account verified later is that account’s', async () => {
    await accept('zhang')
    const other = await app.signIn('sun')
    await app.agree(other.token)
    world.clock.advance(1000)
    const code = world.wechat.control.mintPhoneCode('zhang')
    await app.call('POST', '/api/v1/me/phone', { token: other.token, body: { code } })
    expect(await deliver(zhang())).toBeUndefined()
    await accept('sun')
    expect(await deliver(zhang())).toEqual({ kind: 'sent' })
    expect(control().received('sun')).toHaveLength(1)
    await accept('sun')
    const body = { wechat: false, email: true, pace: 'at-once' }
    await app.call('PUT', '/api/v1/me/notice-settings', { token: other.token, body })
    expect(await deliver(zhang())).toBeUndefined()
  })

  test('settings that are changed for the first time by several taps at once are taken', async () => {
    const { token } = await app.signIn('wang')
    const body = { wechat: false, email: true, pace: 'at-once' }
    const put = () => app.call('PUT', '/api/v1/me/notice-settings', { token, body })
    const answers = await Promise.all(Array.from({ length: 8 }, put))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
  })
})
