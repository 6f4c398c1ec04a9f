import { DataSource } from 'typeorm'
import { openidOf, personOf } from '../../../test/sandbox/people'
import { databaseKinds, World, type RunningApp } from '../app.fixture'
import { AccountRow } from './rows/account-row'
import { SessionRow, SessionTokenRow } from './rows/session-row'

describe.each(databaseKinds)('signing in, on %s', (kind) => {
  let world: World
  let app: RunningApp
  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })
  beforeEach(() => {
    Object.assign(world.wechat.control.switches, { busy: 0, failPhone: false, textPlain: false, riskyPeople: [] })
    world.wechat.control.resetCounts()
  })

  const signInBy = (code: string) => app.call('POST', '/api/v1/session', { body: { code } })
  const mint = (appid?: string) => world.wechat.control.mintLoginCode('zhang', appid)

  test('a code of wx.login gives tokens and the account, and the same person gets the same account', async () => {
    const first = await signInBy(mint())
    expect(first.status).toBe(201)
    expect(first.body).toEqual({
      accessToken: expect.stringMatching(/^[\w-]{43}$/),
      refreshToken: expect.stringMatching(/^[\w-]{43}$/),
      expiresInSeconds: 1800,
      account: { id: expect.any(String), contactOf: [], consents: [] },
    })
    const second = await signInBy(mint())
    expect(second.body.account.id).toBe(first.body.account.id)
    expect(second.body.accessToken).not.toBe(first.body.accessToken)
  })

  test('an answer that WeChat labels text/plain is read all the same', async () => {
    world.wechat.control.switches.textPlain = true
    expect((await signInBy(mint())).status).toBe(201)
  })

  test('neither tokens nor openid nor phone lie in the database in the clear, and the session key is nowhere', async () => {
    const { token, refreshToken } = await app.signIn('zhang', true)
    const openid = openidOf(personOf('zhang'), 'wx0000000000000001')
    const { manager } = app.app.get(DataSource)
    const rows = await Promise.all([AccountRow, SessionRow, SessionTokenRow].map((row) => manager.find<object>(row)))
    const stored = JSON.stringify(rows)
    expect(stored.length).toBeGreaterThan(500)
    for (const secret of [token, refreshToken, openid, '12000002001', 'session_key'])
      expect(stored).not.toContain(secret)
    const { body } = await app.call('GET', '/api/v1/me', { token })
    expect(JSON.stringify(body)).not.toMatch(/12000002001|session_key/)
  })

  test('[danger 34] a code of another appid is refused with "sign in again", and a new code works', async () => {
    const refused = await signInBy(mint('wx0000000000000002'))
    expect(refused.status).toBe(401)
    expect(refused.body).toMatchObject({ code: 'wechat-code-invalid', facts: {} })
    expect((await signInBy(mint())).status).toBe(201)
  })

  test('[danger 35] a code is sent to WeChat once: five requests with one code make one session, four are told to sign in again', async () => {
    const code = mint()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => signInBy(code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401, 401])
    expect(world.wechat.control.counts()['jscode2session']).toBe(5)
  })

  test('[danger 35] the server never repeats a call with a login code, also when WeChat is busy', async () => {
    world.wechat.control.switches.busy = 1
    const busy = await signInBy(mint())
    expect([busy.status, busy.body.code]).toEqual([503, 'wechat-busy'])
    expect(world.wechat.control.counts()['jscode2session']).toBe(1)
  })

  test('an account that WeChat holds for high risk is told so', async () => {
    world.wechat.control.switches.riskyPeople = ['zhang']
    expect((await signInBy(mint())).body.code).toBe('wechat-blocked')
  })

  test('[danger 38] our own expiry decides: after 30 minutes the token is over, the refresh token gives a new pair', async () => {
    const { token, refreshToken } = await app.signIn('zhang')
    world.clock.advance(29 * 60_000)
    expect((await app.call('GET', '/api/v1/me', { token })).status).toBe(200)
    world.clock.advance(60_000)
    const over = await app.call('GET', '/api/v1/me', { token })
    expect([over.status, over.body.code]).toEqual([401, 'session-expired'])
    const next = await app.call('POST', '/api/v1/session/refresh', { body: { refreshToken } })
    expect(next.status).toBe(200)
    expect((await app.call('GET', '/api/v1/me', { token: next.body.accessToken })).status).toBe(200)
  })

  test('[danger 38] a session that was ended on the server is over at once, whatever the phone believes', async () => {
    const { token, refreshToken } = await app.signIn('zhang')
    expect((await app.call('DELETE', '/api/v1/session', { token })).status).toBe(204)
    expect((await app.call('GET', '/api/v1/me', { token })).body.code).toBe('session-missing')
    expect((await app.call('POST', '/api/v1/session/refresh', { body: { refreshToken } })).body.code).toBe(
      'refresh-invalid',
    )
  })

  test('a refresh whose answer was lost is repeated and gives the same pair', async () => {
    const { refreshToken } = await app.signIn('zhang')
    const send = () => app.call('POST', '/api/v1/session/refresh', { body: { refreshToken } })
    const answers = await Promise.all([send(), send(), send(), send()])
    world.clock.advance(59_000)
    answers.push(await send())
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1)
    expect((await app.call('GET', '/api/v1/me', { token: answers[0]?.body.accessToken })).status).toBe(200)
  })

  test('an old refresh token that comes again later ends the whole session: it was stolen', async () => {
    const { refreshToken } = await app.signIn('zhang')
    const next = await app.call('POST', '/api/v1/session/refresh', { body: { refreshToken } })
    world.clock.advance(61_000)
    const stolen = await app.call('POST', '/api/v1/session/refresh', { body: { refreshToken } })
    expect([stolen.status, stolen.body.code]).toEqual([401, 'refresh-invalid'])
    expect((await app.call('GET', '/api/v1/me', { token: next.body.accessToken })).body.code).toBe('session-missing')
    const own = await app.call('POST', '/api/v1/session/refresh', { body: { refreshToken: next.body.refreshToken } })
    expect(own.body.code).toBe('refresh-invalid')
  })

  test('a refresh token is over after 30 days, and is then forgotten', async () => {
    const { refreshToken } = await app.signIn('zhang')
    world.clock.advance(30 * 86_400_000)
    await app.work()
    const over = await app.call('POST', '/api/v1/session/refresh', { body: { refreshToken } })
    expect(over.body.code).toBe('refresh-invalid')
  })

  test('consent is recorded once with version and time', async () => {
    const { token } = await app.signIn('he')
    const give = () => app.call('POST', '/api/v1/me/consents', { token, body: { kind: 'privacy', version: '2023-1' } })
    const at = new Date(world.clock.now()).toISOString()
    await give()
    world.clock.advance(1000)
    const again = await give()
    expect(again.body.consents).toEqual([{ kind: 'privacy', version: '2023-1', at }])
  })
})
