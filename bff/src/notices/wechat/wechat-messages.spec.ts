import { DataSource } from 'typeorm'
import { databaseKinds, World, type RunningApp } from '../../app.fixture'
import type { PushRequest } from '../../../../test/sandbox/wechat/messages/types'

describe.each(databaseKinds)("WeChat's events, on %s", (kind) => {
  let world: World
  let app: RunningApp
  let token: string
  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    token = (await app.signIn('li')).token
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })
  const messages = () => world.wechat.control.messages
  const address = { token: 'SampleMessageToken', aesKey: 'SampleEncodingAESKeyOfForty3LettersAndDigit' }
  const pushAs = (format: 'json' | 'xml') =>
    messages().pushTo({ ...address, format, url: `${app.url}/wechat/messages` })
  beforeEach(() => {
    world.clock.advance(1000)
    pushAs('json')
  })
  const left = async () => (await app.call('GET', '/api/v1/me/notice-settings', { token })).body.wechatLeft
  /** A signed request with one acceptance of `progress`, as WeChat would send it. */
  const acceptance = async (): Promise<PushRequest> => {
    const pushed = await messages().answer('li', { progress: 'accept' })
    if (!pushed) throw new Error('no event was pushed')
    return pushed.request
  }

  test("WeChat's console finds the address confirmed", async () => {
    expect(await messages().checkAddress()).toBe(true)
    pushAs('xml')
    expect(await messages().checkAddress()).toBe(true)
  })

  test.each(['json', 'xml'] as const)('each acceptance allows one message more, as %s', async (format) => {
    pushAs(format)
    const before = await left()
    expect(await messages().answer('li', { progress: 'accept' })).toMatchObject({ status: 200, answer: 'success' })
    world.clock.advance(1000)
    const several = { progress: 'accept', todo: 'accept', exam: 'reject' } as const
    expect(await messages().answer('li', several)).toMatchObject({ answer: 'success' })
    world.clock.advance(1000)
    await messages().answer('li', { todo: 'accept' }, true)
    expect(await left()).toEqual({ progress: before.progress + 2, todo: before.todo + 2, exam: before.exam })
  })

  test('what a person says no to, or is never asked, allows none and takes none', async () => {
    const before = await left()
    for (const answer of ['reject', 'filter'] as const) {
      world.clock.advance(1000)
      await messages().answer('li', { progress: answer, todo: answer, exam: answer })
    }
    expect(await left()).toEqual(before)
  })

  test('messages that a person turns off in WeChat are none any more; of a banned template as well', async () => {
    await messages().answer('li', { progress: 'accept', todo: 'accept', exam: 'accept' })
    world.clock.advance(1000)
    await messages().turnOff('li', 'progress')
    await messages().answer('li', { todo: 'ban' })
    const after = await left()
    expect([after.progress, after.todo, after.exam > 0]).toEqual([0, 0, true])
  })

  test('a message that did not arrive changes nothing, unless the person refuses them', async () => {
    await messages().answer('li', { progress: 'accept', todo: 'accept' })
    const before = await left()
    await messages().tellLost('li', 'progress', 20, 'system error')
    expect(await left()).toEqual(before)
    await messages().tellLost('li', 'progress', 43101, 'user refuse to accept the msg')
    expect(await left()).toEqual({ ...before, progress: 0 })
  })

  test('an event that comes again is counted once, whether its request is the same or another', async () => {
    const request = await acceptance()
    const once = await left()
    for (let turn = 0; turn < 3; turn += 1)
      expect(await messages().post(request)).toMatchObject({ status: 200, answer: 'success' })
    const text = JSON.stringify({
      ...{ FromUserName: 'o-nobody-here', CreateTime: '1', MsgType: 'event', Event: 'subscribe_msg_popup_event' },
      List: { TemplateId: messages().templates[0]?.id, SubscribeStatusString: 'accept' },
    })
    expect(await messages().post(messages().sign(text))).toMatchObject({ answer: 'success' })
    expect(await messages().post(messages().sign(text))).toMatchObject({ answer: 'success' })
    expect(await left()).toEqual(once)
  })

  test('two at once of the same event are counted once', async () => {
    const before = await left()
    const { length } = messages().received()
    const pushed = await Promise.all(Array.from({ length: 4 }, () => messages().answer('li', { exam: 'accept' })))
    expect(pushed.every((one) => one?.answer === 'success')).toBe(true)
    expect([await left(), messages().received().length]).toEqual([{ ...before, exam: before.exam + 1 }, length])
  })

  test.each([
    ['changed', (request: PushRequest) => ({ ...request, body: request.body.replace(/.(?="})/, '0') })],
    [
      'with another signature',
      (request: PushRequest) => ({ ...request, url: request.url.replace(/msg_signature=\w/, 'msg_signature=x') }),
    ],
    ['in the clear', (request: PushRequest) => ({ ...request, body: '{"Event":"subscribe_msg_popup_event"}' })],
    ['without a signature', (request: PushRequest) => ({ ...request, url: request.url.split('?')[0] ?? '' })],
    [
      'with entities',
      (request: PushRequest) => ({
        ...request,
        body: '<!DOCTYPE a [<!ENTITY b "c">]><xml><Encrypt>&b;</Encrypt></xml>',
      }),
    ],
    ['of no format', (request: PushRequest) => ({ ...request, body: '\u0000'.repeat(100) })],
    ['without a body', (request: PushRequest) => ({ ...request, body: '' })],
  ])('one that is %s is refused and counts nothing', async (_, change) => {
    const before = await left()
    const request = messages().sign(JSON.stringify({ Event: 'subscribe_msg_popup_event' }))
    const answer = await messages().post(change(request))
    expect([answer.status, JSON.parse(answer.answer).code]).toEqual([401, 'signature-invalid'])
    expect(await left()).toEqual(before)
  })

  test('an old one is refused, though WeChat signed it', async () => {
    const request = messages().sign('{"Event":"x"}', Math.floor(world.clock.now() / 1000) - 301)
    expect(await messages().post(request)).toMatchObject({ status: 401 })
  })

  test('one that is too large is refused before it is read', async () => {
    expect(await messages().post(messages().sign(JSON.stringify({ Content: 'x'.repeat(70_000) })))).toMatchObject({
      status: 413,
    })
  })

  test.each([
    '{"MsgType":"text","Content":"你好","FromUserName":"o-li"}',
    '<xml><MsgType>event</MsgType><Event>wxa_media_check</Event></xml>',
  ])('what is not ours is thanked for: %s', async (text) =>
    expect(await messages().post(messages().sign(text))).toMatchObject({ status: 200, answer: 'success' }),
  )

  test('what WeChat signed and nobody can read is refused', async () => {
    expect(await messages().post(messages().sign('not a message'))).toMatchObject({ status: 400 })
  })

  test('no openid lies in what is kept of an event', async () => {
    await acceptance()
    const rows = await app.app.get(DataSource).query("select message_id, body from inbox where source like 'wechat-%'")
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows)
      expect([row.message_id, row.body.length]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), 0])
  })
})

describe("WeChat's events in the clear (明文模式)", () => {
  let world: World
  let app: RunningApp
  let token: string
  beforeAll(async () => {
    world = await World.open('sqlite')
    app = await world.start({ WECHAT_MESSAGE_AES_KEY: '' })
    token = (await app.signIn('li')).token
    world.wechat.control.messages.pushTo({
      url: `${app.url}/wechat/messages`,
      token: 'SampleMessageToken',
      format: 'xml',
    })
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })
  const messages = () => world.wechat.control.messages

  test('are taken, and a request counts once: another message does not come in with its signature', async () => {
    const pushed = await messages().answer('li', { progress: 'accept' })
    expect(pushed?.answer).toBe('success')
    const request = pushed?.request ?? { url: '', contentType: '', body: '' }
    expect(await messages().post(request)).toMatchObject({ answer: 'success' })
    const other = { ...request, body: request.body.replace(/<CreateTime>\d+/, '<CreateTime>1') }
    expect(await messages().post(other)).toMatchObject({ status: 401 })
    const { body } = await app.call('GET', '/api/v1/me/notice-settings', { token })
    expect(body.wechatLeft.progress).toBe(1)
  })

  test('with a document type are refused', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;">]><xml><Event>&d;</Event></xml>'
    expect(await messages().post(messages().sign(bomb))).toMatchObject({ status: 400 })
  })
})

test('where no token is set there is no such address', async () => {
  const world = await World.open('sqlite')
  const nothing = { WECHAT_MESSAGE_TOKEN: '', WECHAT_MESSAGE_AES_KEY: '', WECHAT_SUBSCRIBE_TEMPLATES: '' }
  const app = await world.start(nothing)
  for (const method of ['GET', 'POST']) expect((await app.call(method, '/wechat/messages')).status).toBe(404)
  expect((await app.call('GET', '/api/v1/subscribe-templates')).body).toEqual({})
  await app.close()
  await world.close()
})
