import { payWorld, type PayWorld, refundsPath, refusalOf } from '../pay-world.fixture'
import { Chaos } from './chaos'
import { calls, type Fault, wellBehaved } from './switches'

describe('WeChat Pay misbehaves on request:', () => {
  let world: PayWorld
  beforeEach(async () => (world = await payWorld()))
  afterEach(() => world.shut())

  const spoil = (...faults: Fault[]) => (world.control.switches.faults = faults)
  const made = () => world.control.orders().length

  it.each<Fault['kind']>(['bad-signature', 'signtest', 'stale', 'future', 'unknown-serial', 'unsigned', 'altered'])(
    '%s: the order is made, its answer cannot be trusted, the next one can',
    async (kind) => {
      spoil({ kind })
      const order = world.body()
      const first = await world.prepay(order)
      expect([first.status, first.trusted, made()]).toEqual([200, false, 1])
      expect((await world.prepay(order)).trusted).toBe(true)
    },
  )

  it('a probe begins with WECHATPAY/SIGNTEST/; an unsigned answer has no signature at all; stale and future are rightly signed', async () => {
    spoil({ kind: 'signtest' }, { kind: 'unsigned' }, { kind: 'stale' }, { kind: 'future' })
    const headers = [1, 2, 3, 4].map(async () => (await world.prepay(world.body())).headers)
    const [probe, unsigned, stale, future] = await Promise.all(headers)
    const answers = [probe, unsigned, stale, future].map((one) => one?.get('wechatpay-signature') ?? '')
    expect(answers.filter((one) => one.startsWith('WECHATPAY/SIGNTEST/'))).toHaveLength(1)
    expect(answers.filter((one) => one === '')).toHaveLength(1)
    const ages = [probe, unsigned, stale, future].map(
      (one) => Date.now() / 1000 - Number(one?.get('wechatpay-timestamp')),
    )
    expect(ages.filter((age) => age > 590 && age < 700)).toHaveLength(1)
    expect(ages.filter((age) => age < -590)).toHaveLength(1)
  })

  it.each<[Fault, number]>([
    [{ kind: 'reset' }, 1],
    [{ kind: 'reset', processed: false }, 0],
    [{ kind: 'truncated' }, 1],
  ])('%j: nothing comes, and the order is made %i times', async (fault, orders) => {
    spoil(fault)
    await expect(world.prepay(world.body())).rejects.toThrow()
    expect(made()).toBe(orders)
  })

  it.each<[Fault, number]>([
    [{ kind: 'hang', on: ['prepay'] }, 1],
    [{ kind: 'hang', on: ['prepay'], processed: false }, 0],
  ])('%j: no answer for as long as one waits', async (fault, orders) => {
    spoil(fault)
    const answer = world.prepay(world.body()).then(
      () => 'answered',
      () => 'broken',
    )
    // Other calls are answered while this one still waits.
    while (world.control.counts()['prepay'] === undefined) await world.query('JZ20230320000001')
    await world.query('JZ20230320000001')
    expect(await Promise.race([answer, Promise.resolve('waiting')])).toBe('waiting')
    expect(made()).toBe(orders)
    await world.pay.close()
    expect(await answer).toBe('broken')
  })

  it('a redirect leads to itself, and nothing is done', async () => {
    spoil({ kind: 'redirect' })
    const { status, headers } = await world.prepay(world.body())
    expect([status, headers.get('location'), made()]).toEqual([302, '/v3/pay/transactions/jsapi', 0])
  })

  it('SYSTEM_ERROR before the work or after it; the same request then goes through once', async () => {
    const number = await world.paid()
    spoil({ kind: 'error', on: ['refund'] }, { kind: 'error', on: ['refund'], processed: true })
    for (const times of [0, 1]) {
      expect(refusalOf(await world.refund(number))).toEqual({ status: 500, code: 'SYSTEM_ERROR', trusted: true })
      expect(world.control.order(number)?.refunds).toHaveLength(times)
    }
    expect((await world.refund(number)).status).toBe(200)
    expect(world.control.order(number)?.refunds).toHaveLength(1)
  })

  it('429 so many times, on the calls that were named', async () => {
    spoil({ kind: 'error', code: 'FREQUENCY_LIMITED', on: ['query'], times: 2 })
    const number = await world.ordered()
    const statuses = []
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await world.query(number)).status)
    expect(statuses).toEqual([429, 429, 200])
  })

  it.each([
    ['USERPAYING', 202],
    ['NOT_ENOUGH', 403],
    ['OUT_TRADE_NO_USED', 403],
    ['USER_ACCOUNT_ABNORMAL', 403],
    ['RULE_LIMIT', 403],
    ['BANK_ERROR', 500],
  ] as const)('%s is answered %i', async (code, status) => {
    spoil({ kind: 'error', code })
    expect(refusalOf(await world.prepay(world.body()))).toEqual({ status, code, trusted: true })
  })

  it('codes come in both spellings, and NO_STATEMENT_EXIST with another status', async () => {
    const codes = ['ORDER_NOT_EXIST', 'SYSTEM_ERROR', 'NOT_ENOUGH', 'FREQUENCY_LIMITED', 'ORDERPAID'] as const
    const spelled: Record<string, unknown[]> = {}
    for (const spelling of ['new', 'old'] as const) {
      Object.assign(world.control.switches, { spelling, faults: codes.map((code) => ({ kind: 'error', code })) })
      spelled[spelling] = []
      for (const _ of codes) spelled[spelling].push((await world.query('JZ20230320000001')).body.code)
    }
    expect(spelled['new']).toEqual(['ORDER_NOT_EXIST', 'SYSTEM_ERROR', 'NOT_ENOUGH', 'FREQUENCY_LIMITED', 'ORDER_PAID'])
    expect(spelled['old']).toEqual(['ORDERNOTEXIST', 'SYSTEMERROR', 'NOTENOUGH', 'RATELIMIT_EXCEEDED', 'ORDERPAID'])
    world.control.switches.spelling = 'mixed'
    const seen = [await world.query('JZ20230320000001'), await world.query('JZ20230320000001')]
    expect(seen.map(({ body }) => body.code).sort()).toEqual(['ORDERNOTEXIST', 'ORDER_NOT_EXIST'])
    spoil({ kind: 'error', code: 'NO_STATEMENT_EXIST', status: 404 })
    expect((await world.query('JZ20230320000001')).status).toBe(404)
  })

  it('every tenth answer can be wrongly signed, every second one by the old certificate', async () => {
    spoil({ kind: 'bad-signature', every: 10 })
    const number = await world.ordered()
    const trusted = []
    for (let turn = 2; turn <= 20; turn += 1) trusted.push((await world.query(number)).trusted)
    expect(trusted.filter((one) => !one)).toHaveLength(2)
    spoil({ kind: 'old-certificate', every: 2 })
    const signers = new Set<string | null>()
    for (let turn = 0; turn < 4; turn += 1) {
      const answer = await world.query(number)
      expect(answer.trusted).toBe(true)
      signers.add(answer.headers.get('wechatpay-serial'))
    }
    expect(signers).toEqual(new Set([world.merchant.platform.id, world.merchant.oldPlatform.serial]))
  })

  it('the switches of another process are checked, and all taken back', async () => {
    const put = (body: object) =>
      fetch(`${world.pay.url}/sandbox/switches`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await put({ faults: [{ kind: 'no-such-fault' }] })).status).toBe(400)
    expect((await put({ faults: [{ kind: 'hang', times: 1 }], chaos: { seed: 1, rate: 0.5 } })).status).toBe(200)
    const after = await (await fetch(`${world.pay.url}/sandbox/switches`, { method: 'DELETE' })).json()
    expect(after).toEqual(wellBehaved())
  })
})

describe('chaos', () => {
  const draw = (seed: number, rate: number, count: number) => {
    const chaos = new Chaos({ ...wellBehaved(), chaos: { seed, rate } })
    return Array.from({ length: count }, (_, at) => chaos.fault(calls[at % calls.length] ?? 'query'))
  }

  it('draws the same faults from the same seed, others from another, none at rate 0', () => {
    expect(draw(7, 0.3, 200)).toEqual(draw(7, 0.3, 200))
    expect(draw(7, 0.3, 200)).not.toEqual(draw(8, 0.3, 200))
    expect(draw(7, 0, 200).filter(Boolean)).toEqual([])
  })

  it('strikes about as often as it was told, with every kind', () => {
    const drawn = draw(1, 0.3, 20_000).filter((fault) => fault !== undefined)
    expect(drawn.length / 20_000).toBeCloseTo(0.3, 1)
    expect(new Set(drawn.map(({ kind }) => kind)).size).toBe(13)
  })

  it('leaves the books whole: every order is paid at most once, whatever was answered', async () => {
    const world = await payWorld()
    world.control.switches.chaos = { seed: 3, rate: 0.4 }
    for (let turn = 0; turn < 15; turn += 1) {
      const order = world.body()
      const number = String(order['out_trade_no'])
      const patient = { signal: AbortSignal.timeout(300) }
      await world.prepay(order, patient).catch(() => undefined)
      await world.control.pay(number).catch(() => undefined)
      await world.call('GET', `${refundsPath}/R1`, patient).catch(() => undefined)
    }
    for (let turn = 0; turn < 10; turn += 1) {
      world.clock.advance(60_000)
      await world.control.work()
    }
    const paid = world.control.orders().filter(({ payment }) => payment)
    expect(new Set(paid.map(({ transactionId }) => transactionId)).size).toBe(paid.length)
    expect(Object.keys(world.control.counts()).filter((name) => name.startsWith('fault:')).length).toBeGreaterThan(3)
    await world.shut()
  })
})
