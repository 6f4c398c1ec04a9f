import { World, type RunningApp } from '../../app.fixture'
import { openidOf, personOf } from '../../../../test/sandbox/people'
import { sampleApps } from '../../../../test/sandbox/wechat/start-wechat'
import { WechatClient } from './wechat-client'

// Nothing here depends on the kind of database: the shared token is tested on every kind in access-token.spec.ts.
describe('a subscribe message to WeChat', () => {
  let world: World
  let app: RunningApp
  beforeAll(async () => {
    world = await World.open('sqlite')
    app = await world.start()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })
  const messages = () => world.wechat.control.messages
  const openid = openidOf(personOf('li'), sampleApps[0]?.appid ?? '')
  const message = () => ({
    openid,
    templateId: messages().templates[0]?.id ?? '',
    page: 'packages/track/pages/status/index?id=1',
    data: { thing1: '三级申报被退回', thing4: '示例·李师傅', time2: '2023年4月3日 10:05', thing5: '请改好' },
  })
  const send = (changes: object = {}) => app.app.get(WechatClient).sendSubscribeMessage({ ...message(), ...changes })
  beforeEach(async () => {
    Object.assign(messages().switches, { sendErrors: [], lostSends: 0, lostAnswers: 0 })
    if (messages().left('li', 'progress') === 0) await messages().answer('li', { progress: 'accept' })
  })

  test('arrives with its fields, its page and its version', async () => {
    expect(await send()).toMatchObject({ ok: true })
    expect(messages().received('li').at(-1)).toMatchObject({
      ...{ page: 'packages/track/pages/status/index?id=1', version: 'formal', data: message().data },
    })
  })

  test.each([
    [43101, 'refused'],
    [43108, 'busy'],
    [45009, 'busy'],
    [-1, 'busy'],
    [40037, 'configuration'],
    [41030, 'configuration'],
    [43107, 'configuration'],
    [45168, 'invalid'],
    [40003, 'unexpected'],
    [99999, 'unexpected'],
  ])('%i is an answer, %s: nothing was sent', async (errcode, failure) => {
    messages().switches.sendErrors = [errcode]
    expect(await send()).toEqual({ ok: false, failure, errcode })
  })

  test('[danger 48] a value that WeChat does not take is told with the name of its field', async () => {
    const data = { ...message().data, thing5: '一'.repeat(21) }
    expect(await send({ data })).toEqual({ ok: false, failure: 'invalid', errcode: 47003, field: 'thing5' })
  })

  test.each([
    ['replaced', () => world.wechat.control.replaceTokens()],
    ['over before its time', () => world.wechat.control.expireTokens()],
    ['malformed', () => messages().switches.sendErrors.push(40014)],
  ])('a token that is %s is looked up anew once, and the message goes', async (_, spoil) => {
    world.clock.advance(61_000)
    await send()
    await messages().answer('li', { progress: 'accept' })
    world.wechat.control.resetCounts()
    spoil()
    expect(await send()).toMatchObject({ ok: true })
    expect(world.wechat.control.counts()).toMatchObject({ subscribe_send: 2 })
  })

  test('a token that is refused twice is an answer, not a loop', async () => {
    messages().switches.sendErrors = [40001, 40001, 40001]
    world.wechat.control.resetCounts()
    expect(await send()).toEqual({ ok: false, failure: 'token', errcode: 40001 })
    expect(world.wechat.control.counts()['subscribe_send']).toBe(2)
  })

  test('without an answer nobody knows whether it arrived', async () => {
    const before = messages().received().length
    messages().switches.lostSends = 1
    expect(await send()).toEqual({ ok: false, failure: 'busy', unanswered: true })
    messages().switches.lostAnswers = 1
    expect(await send()).toEqual({ ok: false, failure: 'busy', unanswered: true })
    expect(messages().received().length).toBe(before + 1)
  })
})

test('where nobody listens nothing can have been sent', async () => {
  const world = await World.open('sqlite')
  const app = await world.start()
  try {
    const client = app.app.get(WechatClient)
    const message = { openid: 'o', templateId: 't', page: 'pages/home/index', data: {} }
    await client.sendSubscribeMessage(message)
    await world.wechat.close()
    // The first one still takes the connection that was open.
    await client.sendSubscribeMessage(message)
    expect(await client.sendSubscribeMessage(message)).toEqual({ ok: false, failure: 'busy' })
  } finally {
    await app.close()
    await world.close()
  }
})
