import { databaseKinds } from '../../bff/src/app.fixture'
import { Cashier } from './payer.fixture'

describe.each(databaseKinds)('payments at the edges of clocks, settings and steps, on %s', (kind) => {
  let cashier: Cashier
  beforeEach(async () => {
    cashier = await Cashier.open(kind)
  })
  afterEach(() => cashier.close())

  test('accepted for the counter, but the district takes payment online by now: what is paid online confirms', async () => {
    const id = await cashier.accepted({ state: 'awaiting-counter-payment' })
    expect((await cashier.status(id)).state).toBe('payable')
    const { order } = await cashier.started(id)
    await cashier.paid(order.outTradeNo)
    expect(await cashier.state(id)).toBe('confirmed')
    expect((await cashier.channels(id))[0]?.state).toBe('paid')
    expect((await cashier.status(id)).refunds).toEqual([])
  })

  test('accepted for the counter, begun online, recorded at the counter: the order is closed', async () => {
    const id = await cashier.accepted({ state: 'awaiting-counter-payment' })
    const { order } = await cashier.started(id)
    await cashier.decided(id, 'payment-recorded', {})
    await cashier.turn()
    expect(cashier.pay.order(order.outTradeNo)?.state).toBe('CLOSED')
  })

  test('however often the phone asks before the payer has paid, a payment without a callback is found within a minute', async () => {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    cashier.pay.switches.callbacks = 'never'
    for (let question = 0; question < 8; question += 1) await cashier.check(id)
    await cashier.paid(order.outTradeNo)
    await cashier.pass(10)
    expect(await cashier.state(id)).toBe('confirmed')
  })
})
