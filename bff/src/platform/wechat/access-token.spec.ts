import { databaseKinds, World, type RunningApp } from '../../app.fixture'

describe.each(databaseKinds)("WeChat's access token, on %s", (kind) => {
  let world: World
  let apps: RunningApp[] = []
  const control = () => world.wechat.control

  beforeAll(async () => {
    world = await World.open(kind)
    // SQLite has one process only.
    apps = await Promise.all(Array.from({ length: kind === 'sqlite' ? 1 : 4 }, () => world.start()))
  })
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.close()))
    await world.close()
  })
  beforeEach(() => {
    Object.assign(control().switches, { busy: 0, tokenLifeSeconds: 7200 })
  })

  /** So many calls that need the token, spread over all instances and four people. Answers how many had which status. */
  async function sendAll(count: number): Promise<Record<number, number>> {
    const people = ['zhang', 'ma', 'he', 'wang']
    const signedIn = await Promise.all(people.map((person) => apps[0]?.signIn(person)))
    for (const one of signedIn) await apps[0]?.agree(one?.token ?? '')
    control().resetCounts()
    const counted: Record<number, number> = {}
    const left = Array.from({ length: count }, (_, index) => index)
    const lane = async (): Promise<void> => {
      for (let index = left.shift(); index !== undefined; index = left.shift()) {
        const who = Math.floor(index / apps.length) % people.length
        const body = { code: control().mintPhoneCode(people[who] ?? '') }
        const app = apps[index % apps.length]
        const answer = await app?.call('POST', '/api/v1/me/phone', { token: signedIn[who]?.token, body })
        counted[answer?.status ?? 0] = (counted[answer?.status ?? 0] ?? 0) + 1
      }
    }
    // As many at once as one machine that plays all parts can answer within the 5 s of a call.
    await Promise.all(Array.from({ length: 32 }, lane))
    return counted
  }
  const tokenCalls = () => control().counts()['stable_token'] ?? 0

  test('[danger 42] all instances share one token: 80 calls at the first start ask WeChat at most twice', async () => {
    expect(await sendAll(80)).toEqual({ 200: 80 })
    expect(tokenCalls()).toBeLessThanOrEqual(2)
  })

  test('[danger 42] 200 calls on all instances at expiry: at most two token calls, and nobody sees an error', async () => {
    world.clock.advance(7_200_000)
    expect(await sendAll(200)).toEqual({ 200: 200 })
    expect(tokenCalls()).toBeLessThanOrEqual(2)
  })

  test('[danger 42] a token that somebody replaced under our feet is looked up anew once, and nobody sees an error', async () => {
    world.clock.advance(61_000)
    control().replaceTokens()
    expect(await sendAll(80)).toEqual({ 200: 80 })
    expect(tokenCalls()).toBeLessThanOrEqual(2)
  })

  test('a token that WeChat ended before its time is replaced', async () => {
    world.clock.advance(61_000)
    control().expireTokens()
    expect(await sendAll(8)).toEqual({ 200: 8 })
  })

  test('[danger 44] the token is renewed five minutes before its end', async () => {
    world.clock.advance(7_200_000)
    await sendAll(4)
    world.clock.advance((7200 - 301) * 1000)
    await sendAll(4)
    expect(tokenCalls()).toBe(0)
    world.clock.advance(1000)
    expect(await sendAll(4)).toEqual({ 200: 4 })
    expect(tokenCalls()).toBe(1)
  })

  test('[danger 44] a token that lives for 300 seconds is renewed in time, and not on every call', async () => {
    world.clock.advance(7_200_000)
    control().switches.tokenLifeSeconds = 300
    await sendAll(4)
    await sendAll(4)
    expect(tokenCalls()).toBe(0)
    world.clock.advance(299_000)
    expect(await sendAll(4)).toEqual({ 200: 4 })
    expect(tokenCalls()).toBe(1)
  })

  test('while WeChat is busy the call is told so, and the next one works', async () => {
    world.clock.advance(7_200_000)
    const signedIn = await apps[0]?.signIn('zhang')
    await apps[0]?.agree(signedIn?.token ?? '')
    control().switches.busy = 1
    const send = () =>
      apps[0]?.call('POST', '/api/v1/me/phone', {
        token: signedIn?.token,
        body: { code: control().mintPhoneCode('zhang') },
      })
    expect((await send())?.body.code).toBe('phone-unavailable')
    expect((await send())?.status).toBe(200)
  })
})
