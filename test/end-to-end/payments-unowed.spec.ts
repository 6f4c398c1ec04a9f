import { databaseKinds } from '../../bff/src/app.fixture'
import { DifferenceRow } from '../../bff/src/payments/rows/audit-rows'
import { ChannelOrderRow } from '../../bff/src/payments/rows/channel-order-row'
import { goTo } from './applicant.fixture'
import { Cashier, fee } from './payer.fixture'

describe.each(databaseKinds)('money that is not owed, does not fit, or is not asked for, on %s', (kind) => {
  let cashier: Cashier
  beforeAll(async () => {
    cashier = await Cashier.open(kind)
  })
  afterAll(() => cashier.close())
  afterEach(() => cashier.pay.behaveWell())

  test('[danger 20] two orders of one application are both paid: the second is surplus and goes back by itself, once, under its own number', async () => {
    const id = await cashier.accepted()
    const first = await cashier.started(id)
    // Our books take the first for closed, WeChat does not: as after a restored copy of the database.
    const closed = { state: 'closed' as const, openKey: null, nextQueryAt: null }
    await cashier.transactions.run((manager) =>
      manager.update(ChannelOrderRow, { outTradeNo: first.order.outTradeNo }, closed),
    )
    await cashier.pass(1)
    const second = await cashier.started(id)
    await cashier.paid(second.order.outTradeNo)
    await cashier.paid(first.order.outTradeNo)
    expect(await cashier.pay.notify(first.order.outTradeNo)).toBe(204)
    expect((await cashier.channels(id)).map(({ state }) => state)).toEqual(['surplus', 'paid'])
    expect(await cashier.events(id)).toEqual(['payment-confirmed'])
    await cashier.turn()
    await cashier.pay.settleRefund(`S${first.order.outTradeNo}`, 'SUCCESS')
    await cashier.pay.notificationsSettled()
    expect(cashier.pay.order(first.order.outTradeNo)?.refunds).toMatchObject([{ refundCents: fee, state: 'SUCCESS' }])
    expect(cashier.pay.order(second.order.outTradeNo)?.refunds).toEqual([])
    expect(await cashier.status(id)).toMatchObject({
      state: 'paid',
      refunds: [{ cause: 'surplus', state: 'refunded' }],
    })
  })

  test('money for an application that was withdrawn meanwhile goes back by itself, and the person sees each step', async () => {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    const { version } = (await cashier.person.get(`/applications/${id}`)).body
    const withdrawn = await cashier.person.post(`/applications/${id}/withdrawal`, { reason: '不考了' }, { version })
    expect(withdrawn.status).toBe(200)
    await cashier.paid(order.outTradeNo)
    expect(await cashier.state(id)).toBe('withdrawn')
    expect((await cashier.status(id)).refunds).toMatchObject([{ cause: 'surplus', amountCents: fee, state: 'asked' }])
    await cashier.turn()
    expect((await cashier.status(id)).refunds).toMatchObject([{ state: 'processing' }])
    await cashier.pay.settleRefund(`S${order.outTradeNo}`, 'SUCCESS')
    await cashier.pay.notificationsSettled()
    expect((await cashier.status(id)).refunds).toMatchObject([{ state: 'refunded' }])
    expect(cashier.pay.order(order.outTradeNo)?.refunds).toHaveLength(1)
    const { items } = (await cashier.person.get('/notices')).body
    const told = items.map(({ name }: { name: string }) => name)
    expect(told).toEqual(expect.arrayContaining(['refund-asked', 'refund-done']))
  })

  test('an order of an application that was withdrawn is closed at WeChat with the next turn', async () => {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    const { version } = (await cashier.person.get(`/applications/${id}`)).body
    await cashier.person.post(`/applications/${id}/withdrawal`, {}, { version })
    await cashier.turn()
    expect(cashier.pay.order(order.outTradeNo)?.state).toBe('CLOSED')
    expect((await cashier.status(id)).state).toBe('not-due')
  })

  test.each([
    ['amount', { cents: fee - 1 }],
    ['currency', { currency: 'USD' }],
    ['mchid', { mchid: '1900000999' }],
    ['appid', { appid: 'wx0000000000000002' }],
  ])(
    'a payment with another %s confirms nothing: held for staff, nothing more is asked of the person',
    async (_, changes) => {
      const id = await cashier.accepted()
      const { order } = await cashier.started(id)
      await cashier.paid(order.outTradeNo, changes)
      expect(await cashier.state(id)).toBe('awaiting-payment')
      expect((await cashier.status(id)).state).toBe('held')
      expect((await cashier.start(id)).body).toMatchObject({ code: 'payment-not-possible', facts: { state: 'held' } })
      expect((await cashier.channels(id))[0]).toMatchObject({ state: 'held' })
    },
  )

  test('money for an order that our books do not have is kept for staff, once, and the callback is answered', async () => {
    const trade = { mchid: 'x', appid: 'y', out_trade_no: 'GKUNKNOWN0001', trade_state: 'SUCCESS' }
    for (const event of ['EV-1', 'EV-2']) {
      const whole = { ...trade, transaction_id: '42000', success_time: '2023-04-03T09:00:00+08:00' }
      const plain = JSON.stringify({ ...whole, amount: { total: 1, currency: 'CNY' } })
      const resource = cashier.pay.encrypt(plain)
      const body = JSON.stringify({
        ...{ id: event, create_time: '2023-04-03T09:00:00+08:00', resource_type: 'encrypt-resource' },
        ...{ event_type: 'TRANSACTION.SUCCESS', summary: '支付成功', resource },
      })
      const headers = { ...cashier.pay.signed(body), 'content-type': 'application/json' }
      const answer = await cashier.app.call('POST', '/wechat-pay/notifications', { raw: body, headers })
      expect(answer.status).toBe(204)
    }
    const differences = await cashier.transactions.read((manager) =>
      manager.findBy(DifferenceRow, { kind: 'unknown-payment' }),
    )
    expect(differences).toMatchObject([{ number: 'GKUNKNOWN0001', resolvedAt: null }])
  })

  test('[danger 24] no fee: confirmed without WeChat being asked, also where the fee is set to 0 while it is waited for', async () => {
    const id = await cashier.accepted()
    cashier.pay.resetCounts()
    await cashier.sets({ fees: [{ grade: 3, cents: 0 }] })
    expect((await cashier.status(id)).state).toBe('free')
    await cashier.turn()
    expect(await cashier.state(id)).toBe('confirmed')
    expect(await cashier.events(id)).toEqual(['fee-waived'])
    expect((await cashier.start(id)).status).toBe(409)
    expect(cashier.pay.counts()['prepay']).toBeUndefined()
    await cashier.sets({ fees: [{ grade: 3, cents: fee }] })
  })

  test('no fee or no deadline set: closed, with the reason; the counter: where, and given up only a day after its deadline', async () => {
    const id = await cashier.accepted()
    const counter = await cashier.accepted({
      state: 'awaiting-counter-payment',
      unitCode: null,
      unitName: '没有登记的单位',
    })
    await cashier.sets({ paymentDeadline: undefined })
    expect(await cashier.status(id)).toMatchObject({ state: 'closed', reason: 'deadline-not-set' })
    await cashier.sets({ fees: [], paymentDeadline: '2023-04-14' })
    expect(await cashier.status(id)).toMatchObject({ state: 'closed', reason: 'fee-not-set' })
    await cashier.sets({ fees: [{ grade: 3, cents: fee }] })
    expect(await cashier.status(counter)).toMatchObject({ state: 'counter', counter: { office: '市工考办' } })
    expect((await cashier.start(counter)).body).toMatchObject({
      code: 'payment-not-possible',
      facts: { state: 'counter' },
    })
    goTo(cashier.world, '2023-04-15T12:00:00')
    await cashier.turn()
    expect([await cashier.state(id), await cashier.state(counter)]).toEqual(['abandoned', 'awaiting-counter-payment'])
    goTo(cashier.world, '2023-04-16T00:00:01')
    await cashier.turn()
    expect(await cashier.state(counter)).toBe('abandoned')
  })
})
