import { decrypt, isTrusted } from './merchant-client.fixture'
import { minute, payWorld, type PayWorld } from './pay-world.fixture'

describe("WeChat Pay's callbacks", () => {
  let world: PayWorld
  beforeEach(async () => (world = await payWorld()))
  afterEach(() => world.shut())

  const got = () => world.endpoint.got
  const trusted = () => got().map(({ headers, body }) => isTrusted(world.merchant, headers, body))
  const plain = (at: number) => decrypt(world.merchant.apiV3Key, JSON.parse(String(got().at(at)?.body)).resource)

  it('are repeated on the schedule until they are answered 200 or 204, under the same id and each encrypted anew', async () => {
    world.endpoint.statuses.push(500, 302, 0, 201, 200)
    await world.paid()
    for (const seconds of [15, 15, 30, 180]) {
      world.clock.advance(seconds * 1000 - 1)
      await world.control.work()
      world.clock.advance(1)
      await world.control.work()
    }
    expect(got()).toHaveLength(5)
    world.clock.advance(7 * 24 * 60 * minute)
    await world.control.work()
    expect(got()).toHaveLength(5)
    const events = got().map(({ body }) => JSON.parse(String(body)))
    expect(new Set(events.map(({ id }) => id)).size).toBe(1)
    expect(new Set(events.map(({ resource }) => resource.nonce)).size).toBe(5)
    expect(trusted()).toEqual([true, true, true, true, true])
  })

  it('end after fifteen repeats', async () => {
    world.endpoint.statuses.push(...Array<number>(20).fill(500))
    await world.paid()
    for (let repeat = 0; repeat < 20; repeat += 1) {
      world.clock.advance(6 * 60 * minute)
      await world.control.work()
    }
    expect(got()).toHaveLength(16)
  })

  it('may come never, and by hand all the same', async () => {
    world.control.switches.callbacks = 'never'
    const number = await world.paid()
    world.clock.advance(60 * minute)
    await world.control.work()
    expect(got()).toEqual([])
    expect(await world.control.notify(number)).toBe(204)
    expect(plain(0)).toMatchObject({ out_trade_no: number, trade_state: 'SUCCESS' })
  })

  it('may come late, several at once, and as a probe with a wrong signature first', async () => {
    Object.assign(world.control.switches, { callbackDelaySeconds: 60, callbackCopies: 3 })
    await world.paid()
    expect(got()).toEqual([])
    world.clock.advance(minute)
    await world.control.work()
    expect(got()).toHaveLength(3)
    world.control.behaveWell()
    world.control.switches.faults = [{ kind: 'signtest', on: ['callback'] }]
    world.endpoint.statuses.push(401)
    await world.paid()
    expect(got().at(-1)?.headers.get('wechatpay-signature')).toMatch(/^WECHATPAY\/SIGNTEST\//)
    world.clock.advance(15_000)
    await world.control.work()
    expect(trusted().at(-1)).toBe(true)
  })

  it('say SUCCESS of a payment that was refunded meanwhile', async () => {
    const number = await world.paid()
    await world.refund(number)
    await world.control.notify(number)
    expect(plain(-1).trade_state).toBe('SUCCESS')
    expect((await world.query(number)).body.trade_state).toBe('REFUND')
  })

  it.each([
    ['amount', { cents: 1 }, { amount: { total: 1, payer_total: 1 } }],
    ['currency', { currency: 'HKD' }, { amount: { currency: 'HKD' } }],
    ['merchant', { mchid: '1900000110' }, { mchid: '1900000110' }],
    ['appid', { appid: 'wx0000000000000002' }, { appid: 'wx0000000000000002' }],
    ['payer', { openid: 'oOther' }, { payer: { openid: 'oOther' } }],
  ])('can tell of a payment with another %s; the query agrees', async (_what, changes, expected) => {
    const number = await world.ordered()
    await world.control.pay(number, changes)
    await world.control.notificationsSettled()
    expect(plain(0)).toMatchObject(expected)
    expect((await world.query(number)).body).toEqual(plain(0))
  })

  it('can come before the answer to the prepay call', async () => {
    world.control.switches.payBeforeAnswer = 1
    await world.prepay(world.body())
    expect(got()).toHaveLength(1)
    expect(world.control.orders()[0]?.state).toBe('SUCCESS')
  })

  it('payers may pay just before a close is looked at, and while it is', async () => {
    const [before, meanwhile] = [await world.ordered(), await world.ordered()]
    world.control.switches.payBeforeClose = 1
    expect((await world.close(before)).body.code).toBe('ORDER_PAID')
    world.control.switches.payWhileClosing = 1
    expect((await world.close(meanwhile)).status).toBe(204)
    for (const number of [before, meanwhile]) expect((await world.query(number)).body.trade_state).toBe('SUCCESS')
    await world.control.notificationsSettled()
    expect(got()).toHaveLength(2)
  })

  it('can be made by a test, signed and encrypted, right or wrong', async () => {
    const body = JSON.stringify({ resource: world.control.encrypt('{"a":1}', 'transaction', null) })
    expect(isTrusted(world.merchant, new Headers(world.control.signed(body)), Buffer.from(body))).toBe(true)
    const old = new Headers(world.control.signed(body, { oldCertificate: true }))
    expect(isTrusted(world.merchant, old, Buffer.from(body))).toBe(true)
    const stale = new Headers(world.control.signed(body, { timestamp: 0 }))
    expect(isTrusted(world.merchant, stale, Buffer.from(body))).toBe(false)
    const { resource } = JSON.parse(body)
    expect(resource).not.toHaveProperty('associated_data')
    expect(decrypt(world.merchant.apiV3Key, resource)).toEqual({ a: 1 })
  })
})
