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
})
