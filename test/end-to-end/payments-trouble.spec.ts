import { databaseKinds } from '../../bff/src/app.fixture'
import { OutboxRow } from '../../bff/src/platform/outbox/outbox-row'
import { Metrics } from '../../bff/src/platform/metrics/metrics'
import { Cashier, fee } from './payer.fixture'

/** Waits for a number of orders to be asked at 10 s, 30 s, 1, 3, 10 and 30 minutes. */
const schedule = [10, 30, 60, 180, 600, 1800]

describe.each(databaseKinds)('whatever WeChat and the network do to a payment, on %s', (kind) => {
  let cashier: Cashier
  beforeAll(async () => {
    cashier = await Cashier.open(kind)
  })
  afterAll(() => cashier.close())
  afterEach(() => cashier.pay.behaveWell())

  test('[danger 13] no callback ever comes: the scheduled query finds the payment within a minute', async () => {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    cashier.pay.switches.callbacks = 'never'
    await cashier.pass(10)
    await cashier.paid(order.outTradeNo)
    expect(await cashier.state(id)).toBe('awaiting-payment')
    await cashier.pass(30)
    expect(await cashier.state(id)).toBe('confirmed')
  })

  test('an order that nobody pays is asked for rarer and rarer, closed at its end, and may then be begun anew', async () => {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    cashier.pay.resetCounts()
    for (const seconds of schedule) await cashier.pass(seconds)
    expect(cashier.pay.counts()['query']).toBe(schedule.length)
    expect(cashier.pay.order(order.outTradeNo)?.state).toBe('NOTPAY')
    for (let hour = 0; hour < 3; hour += 1) await cashier.pass(3600)
    expect(cashier.pay.order(order.outTradeNo)?.state).toBe('CLOSED')
    expect((await cashier.channels(id)).map(({ state, nextQueryAt }) => [state, nextQueryAt])).toEqual([
      ['closed', null],
    ])
    expect((await cashier.status(id)).state).toBe('payable')
    expect((await cashier.started(id)).order.outTradeNo).not.toBe(order.outTradeNo)
  })

  test('[danger 14] twenty callbacks of one payment at once, and the same twice more: one step, one message to the office', async () => {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    cashier.pay.switches.callbackCopies = 20
    await cashier.paid(order.outTradeNo)
    const again = await Promise.all([1, 2].map(() => cashier.pay.notify(order.outTradeNo)))
    expect(again.every((status) => status === 204)).toBe(true)
    expect(await cashier.events(id)).toEqual(['payment-confirmed'])
    const messages = await cashier.transactions.read((manager) =>
      manager.findBy(OutboxRow, { topic: 'office.payment', aggregate: `application:${id}` }),
    )
    expect(messages).toHaveLength(1)
  })

  test('the answer to the order is lost after WeChat made it: the next tap asks for the same order, not for a second one', async () => {
    const id = await cashier.accepted()
    cashier.pay.switches.faults = [{ kind: 'reset', on: ['prepay'] }]
    expect((await cashier.start(id)).body).toMatchObject({ code: 'payment-unavailable' })
    expect((await cashier.status(id)).state).toBe('payable')
    const { order } = await cashier.started(id)
    expect(cashier.pay.orders().filter(({ outTradeNo }) => outTradeNo === order.outTradeNo)).toHaveLength(1)
    expect(await cashier.channels(id)).toHaveLength(1)
  })

  test.each([
    'unsigned',
    'bad-signature',
    'signtest',
    'stale',
    'future',
    'unknown-serial',
    'altered',
    'truncated',
  ] as const)(
    '[danger 9] an answer that is %s proves nothing: the payment is neither lost nor called failed',
    async (fault) => {
      const id = await cashier.accepted()
      const { order } = await cashier.started(id)
      cashier.pay.switches.callbacks = 'never'
      await cashier.paid(order.outTradeNo)
      cashier.pay.switches.faults = [{ kind: fault, on: ['query'], times: 4 }]
      expect(['confirming', 'paid']).toContain((await cashier.check(id)).state)
      for (let minute = 0; minute < 4; minute += 1) await cashier.pass(60)
      expect((await cashier.status(id)).state).toBe('paid')
    },
  )

  test('the callback overtakes the answer to the order', async () => {
    const id = await cashier.accepted()
    cashier.pay.switches.payBeforeAnswer = 1
    await cashier.start(id)
    await cashier.pay.notificationsSettled()
    expect((await cashier.status(id)).state).toBe('paid')
  })

  test('paid in the moment in which it is closed since the amount changed: it has paid, no second order is made', async () => {
    const id = await cashier.accepted()
    await cashier.started(id)
    await cashier.sets({ fees: [{ grade: 3, cents: fee + 100 }] })
    cashier.pay.switches.callbacks = 'never'
    cashier.pay.switches.faults = [{ kind: 'error', code: 'SYSTEM_ERROR', on: ['query'], times: 1 }]
    cashier.pay.switches.payWhileClosing = 1
    expect((await cashier.start(id)).body).toMatchObject({ code: 'payment-unavailable' })
    cashier.pay.behaveWell()
    expect((await cashier.start(id)).body).toMatchObject({ code: 'payment-not-possible', facts: { state: 'paid' } })
    expect(await cashier.channels(id)).toHaveLength(1)
    await cashier.sets({ fees: [{ grade: 3, cents: fee }] })
  })

  test('the database is away while the callback comes: WeChat gets an error and comes again, then it is settled', async () => {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    cashier.pay.switches.callbacks = 'never'
    await cashier.paid(order.outTradeNo)
    cashier.pay.switches.callbacks = 'on'
    const { transactions } = cashier
    const away = jest.spyOn(transactions, 'run').mockRejectedValue(new Error('connection refused'))
    expect(await cashier.pay.notify(order.outTradeNo)).toBe(500)
    away.mockRestore()
    expect(await cashier.pay.notify(order.outTradeNo)).toBe(204)
    expect(await cashier.state(id)).toBe('confirmed')
  })

  test('[danger 12] a database that takes six seconds: the callback is answered before WeChat gives up, and settled all the same', async () => {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    cashier.pay.switches.callbacks = 'never'
    await cashier.paid(order.outTradeNo)
    cashier.pay.switches.callbacks = 'on'
    const { transactions } = cashier
    const run = transactions.run.bind(transactions)
    let goOn: () => void = () => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    const slow = jest.spyOn(transactions, 'run').mockImplementation(async (work) => {
      await held
      return run(work)
    })
    const began = performance.now()
    expect(await cashier.pay.notify(order.outTradeNo)).toBe(503)
    expect(performance.now() - began).toBeLessThan(5000)
    goOn()
    slow.mockRestore()
    while ((await cashier.state(id)) !== 'confirmed') await new Promise((resolve) => setImmediate(resolve))
  })

  test('WeChat refuses the order for good: told so, nothing stays open, the next tap may work', async () => {
    const id = await cashier.accepted()
    cashier.pay.switches.faults = [{ kind: 'error', code: 'NO_AUTH', on: ['prepay'] }]
    expect((await cashier.start(id)).body).toMatchObject({ code: 'payment-refused', facts: { code: 'NOAUTH' } })
    expect((await cashier.started(id)).status.state).toBe('payable')
  })

  test('what the phone says of the cashier changes nothing; that WeChat permits no payment is counted for staff', async () => {
    const id = await cashier.accepted()
    await cashier.started(id)
    const path = `/applications/${id}/payment/check`
    for (const said of ['ok', 'not-permitted'])
      expect(await cashier.person.call('POST', path, { body: { said } })).toMatchObject({ body: { state: 'payable' } })
    expect((await cashier.person.call('POST', path, { body: { said: 'paid' } })).status).toBe(400)
    const metrics = await cashier.app.app.get(Metrics).text()
    expect(metrics).toContain('registration_payment_cashier_total{said="not-permitted"} 1')
  })
})
