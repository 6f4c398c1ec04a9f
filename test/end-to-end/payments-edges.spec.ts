import { ChannelOrderRow } from '../../bff/src/payments/rows/channel-order-row'
import { PersonAccountRow } from '../../bff/src/applications/rows/person-rows'
import { goTo, Phone } from './applicant.fixture'
import type { PayStart } from '@app/contract'
import { Queries } from '../../bff/src/payments/queries'
import { WechatPay } from '../../bff/src/platform/wechat-pay/wechat-pay'
import { databaseKinds } from '../../bff/src/app.fixture'
import { Cashier, deadline } from './payer.fixture'

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

  test('WeChat has just said that it knows no such order when the payer taps again and gets it: it stays open', async () => {
    const id = await cashier.accepted()
    cashier.pay.switches.faults = [{ kind: 'reset', processed: false, on: ['prepay'] }]
    await cashier.start(id)
    cashier.world.clock.advance(90_000)
    const [made] = await cashier.channels(id)
    const { transactions } = cashier
    const pay = cashier.app.app.get(WechatPay)
    const [query, run] = [pay.query.bind(pay), transactions.run.bind(transactions)]
    let request: PayStart['request']
    // Between WeChat's answer and the transaction that follows from it.
    jest.spyOn(pay, 'query').mockImplementationOnce(async (number) => {
      const answer = await query(number)
      jest.spyOn(transactions, 'run').mockImplementationOnce(async (work) => {
        request = (await cashier.started(id)).request
        return run(work)
      })
      return answer
    })
    await cashier.app.app.get(Queries).ask(made?.outTradeNo ?? '', 'query')
    jest.restoreAllMocks()
    expect(request).toBeDefined()
    expect(await cashier.channels(id)).toMatchObject([{ state: 'open', outTradeNo: made?.outTradeNo }])
  })

  test('an order that ended while WeChat made it is not shown to the payer', async () => {
    const id = await cashier.accepted()
    const pay = cashier.app.app.get(WechatPay)
    const prepay = pay.prepay.bind(pay)
    jest.spyOn(pay, 'prepay').mockImplementationOnce(async (order) => {
      const answer = await prepay(order)
      await cashier.app.app.get(Queries).end(order.outTradeNo)
      return answer
    })
    const { order } = await cashier.started(id)
    jest.restoreAllMocks()
    expect(order.state).toBe('NOTPAY')
    expect((await cashier.channels(id)).map(({ state }) => state).sort()).toEqual(['closed', 'open'])
  })

  test('in the last five minutes an open order may still be paid, and the status says so', async () => {
    const id = await cashier.accepted()
    goTo(cashier.world, `${deadline}T23:50:00`)
    const { order } = await cashier.started(id)
    await cashier.check(id)
    goTo(cashier.world, `${deadline}T23:56:00`)
    expect((await cashier.status(id)).state).toBe('payable')
    expect((await cashier.started(id)).order.outTradeNo).toBe(order.outTradeNo)
    goTo(cashier.world, `${deadline}T23:59:01`)
    await cashier.check(id)
    expect(await cashier.status(id)).toMatchObject({ state: 'closed', reason: 'window-over' })
    expect((await cashier.start(id)).body).toMatchObject({ facts: { reason: 'window-over' } })
    expect(cashier.pay.order(order.outTradeNo)?.state).toBe('NOTPAY')
  })

  test('in the last five minutes the order of one phone is not closed for another phone, which can get none', async () => {
    const id = await cashier.accepted({ personId: 'person-with-two-phones' })
    const other = await Phone.of(cashier.app, 'zhao')
    const { accountId } = await cashier.app.signIn('zhao')
    const link = { personId: 'person-with-two-phones', accountId, role: 'own' as const, createdAt: new Date() }
    await cashier.transactions.run((manager) => manager.insert(PersonAccountRow, link))
    goTo(cashier.world, `${deadline}T23:50:00`)
    const { order } = await cashier.started(id)
    goTo(cashier.world, `${deadline}T23:56:00`)
    expect((await cashier.start(id, other)).body).toMatchObject({
      code: 'payment-not-possible',
      facts: { reason: 'window-over' },
    })
    expect(cashier.pay.order(order.outTradeNo)?.state).toBe('NOTPAY')
    expect((await cashier.started(id)).order.outTradeNo).toBe(order.outTradeNo)
  })

  test('the office moves the deadline to before the end of an open order: it gives way to one that ends in time', async () => {
    await cashier.sets({ paymentDeadline: '2023-04-12' })
    goTo(cashier.world, '2023-04-11T22:30:00')
    const id = await cashier.accepted()
    const first = await cashier.started(id)
    await cashier.sets({ paymentDeadline: '2023-04-11' })
    const { order } = await cashier.started(id)
    expect(Date.parse(order.timeExpire)).toBe(Date.parse('2023-04-12T00:00:00+08:00'))
    expect(cashier.pay.order(first.order.outTradeNo)?.state).toBe('CLOSED')
  })

  test('the office takes the fee off its list while somebody pays: that is still being asked for, and his order stays', async () => {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    await cashier.sets({ fees: [] })
    expect((await cashier.status(id)).state).toBe('confirming')
    expect((await cashier.start(id)).status).toBe(409)
    expect(cashier.pay.order(order.outTradeNo)?.state).toBe('NOTPAY')
    await cashier.check(id)
    expect(await cashier.status(id)).toMatchObject({ state: 'closed', reason: 'fee-not-set' })
    await cashier.paid(order.outTradeNo)
    expect((await cashier.status(id)).state).toBe('paid')
  })

  test.each([
    ['right', 'paid', {}],
    ['wrong', 'held', { cents: 1 }],
  ])(
    'paid by an order that our books took for closed, the amount %s: the one that is open is closed',
    async (_, state, changes) => {
      const id = await cashier.accepted()
      const first = await cashier.started(id)
      const closed = { state: 'closed' as const, openKey: null, nextQueryAt: null }
      await cashier.transactions.run((manager) =>
        manager.update(ChannelOrderRow, { outTradeNo: first.order.outTradeNo }, closed),
      )
      const second = await cashier.started(id)
      await cashier.paid(first.order.outTradeNo, changes)
      await cashier.turn()
      expect((await cashier.status(id)).state).toBe(state)
      expect(cashier.pay.order(second.order.outTradeNo)?.state).toBe('CLOSED')
    },
  )
})
