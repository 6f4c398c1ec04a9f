import { databaseKinds } from '../../bff/src/app.fixture'
import { PersonAccountRow } from '../../bff/src/applications/rows/person-rows'
import { goTo, ok, Phone } from './applicant.fixture'
import { Cashier, deadline, fee } from './payer.fixture'

describe.each(databaseKinds)('paying the fee, on %s', (kind) => {
  let cashier: Cashier
  beforeAll(async () => {
    cashier = await Cashier.open(kind)
  })
  afterAll(() => cashier.close())
  afterEach(() => cashier.pay.behaveWell())

  test('what, how much and until when is told before; paid, the application is confirmed and there is a receipt', async () => {
    const id = await cashier.accepted()
    expect(await cashier.status(id)).toMatchObject({
      state: 'payable',
      amountCents: fee,
      deadline,
      payUntil: '2023-04-10T16:00:00.000Z',
      description: expect.stringContaining('高级工'),
      refunds: [],
    })
    const { order, status, request } = await cashier.started(id)
    expect(status.state).toBe('payable')
    expect(request).toMatchObject({ signType: 'RSA', timeStamp: expect.stringMatching(/^\d{10}$/) })
    expect(order).toMatchObject({ totalCents: fee, timeExpire: '2023-04-03T03:00:00.000Z' })
    expect(order.outTradeNo).toMatch(/^[0-9A-Z]{6,32}$/)
    expect((await cashier.status(id)).state).toBe('confirming')
    await cashier.paid(order.outTradeNo)
    const { transactionId } = cashier.pay.order(order.outTradeNo) ?? {}
    expect(await cashier.status(id)).toMatchObject({
      state: 'paid',
      receipt: { way: 'wechat', amountCents: fee, outTradeNo: order.outTradeNo, transactionId },
    })
    expect(await cashier.state(id)).toBe('confirmed')
    expect(await cashier.events(id)).toEqual(['payment-confirmed'])
    expect((await cashier.start(id)).body).toMatchObject({ code: 'payment-not-possible', facts: { state: 'paid' } })
  })

  test('[danger 18] coming back to an order that is open answers the same order, on any tap; a second one is never offered', async () => {
    const id = await cashier.accepted()
    const starts = await Promise.all([1, 2, 3, 4].map(() => cashier.started(id)))
    expect(new Set(starts.map(({ order }) => order.outTradeNo)).size).toBe(1)
    await cashier.pass(100)
    const again = await cashier.started(id)
    expect(again.request?.package).toBe(starts[0]?.request?.package)
    // WeChat told the phone that it failed, but the payer was charged.
    cashier.pay.switches.callbacks = 'never'
    await cashier.paid(again.order.outTradeNo)
    expect((await cashier.check(id)).state).toBe('paid')
    expect((await cashier.start(id)).status).toBe(409)
    expect(await cashier.channels(id)).toHaveLength(1)
  })

  test('[danger 22] a prepay id older than two hours is not shown again: the old order is closed, the payer gets a new one', async () => {
    const id = await cashier.accepted()
    const first = await cashier.started(id)
    cashier.world.clock.advance(2 * 3_600_000 + 60_000)
    const second = await cashier.started(id)
    expect(second.order.outTradeNo).not.toBe(first.order.outTradeNo)
    expect(cashier.pay.order(first.order.outTradeNo)?.state).toBe('CLOSED')
    expect((await cashier.channels(id)).map(({ state }) => state)).toEqual(['closed', 'open'])
  })

  test('[danger 21] the amount changes while an order is open: no error for the payer, the old order is closed, the new amount is asked', async () => {
    const id = await cashier.accepted()
    const first = await cashier.started(id)
    await cashier.sets({ fees: [{ grade: 3, cents: fee + 500 }] })
    const second = await cashier.started(id)
    expect(second.order.totalCents).toBe(fee + 500)
    expect(cashier.pay.order(first.order.outTradeNo)?.state).toBe('CLOSED')
    await cashier.sets({ fees: [{ grade: 3, cents: fee }] })
  })

  test('nobody sees, begins or checks the payment of another person', async () => {
    const id = await cashier.accepted()
    const first = await cashier.started(id)
    const other = await Phone.of(cashier.app, 'wang')
    expect((await cashier.start(id, other)).status).toBe(404)
    expect((await other.get(`/applications/${id}/payment`)).status).toBe(404)
    expect((await other.call('POST', `/applications/${id}/payment/check`)).status).toBe(404)
    expect(cashier.pay.order(first.order.outTradeNo)?.state).toBe('NOTPAY')
  })

  test('two phones of one person: the order of the first gives way to the second, never are both open', async () => {
    const id = await cashier.accepted({ personId: 'person-with-two-phones' })
    const first = await cashier.started(id)
    const other = await Phone.of(cashier.app, 'zhao')
    const { accountId } = await cashier.app.signIn('zhao')
    const link = { personId: 'person-with-two-phones', accountId, role: 'own' as const, createdAt: new Date() }
    await cashier.transactions.run((manager) => manager.insert(PersonAccountRow, link))
    const second = await cashier.started(id, other)
    expect(cashier.pay.order(first.order.outTradeNo)?.state).toBe('CLOSED')
    expect(second.order.openid).not.toBe(first.order.openid)
    await cashier.paid(second.order.outTradeNo)
    expect((await cashier.status(id)).state).toBe('paid')
  })

  test('amount, openid and application that a client sends are not listened to', async () => {
    const id = await cashier.accepted()
    const body = { amount: 1, amountCents: 1, openid: 'somebody', applicationId: 'another', outTradeNo: 'X'.repeat(20) }
    const answer = await cashier.person.call('POST', `/applications/${id}/payment`, { body })
    expect(answer.status).toBe(200)
    const [channel] = await cashier.channels(id)
    expect(cashier.pay.order(channel?.outTradeNo ?? '')).toMatchObject({ totalCents: fee })
    expect(channel?.outTradeNo).not.toBe(body.outTradeNo)
  })

  test('an order ends before the deadline does; five minutes before it no new one is begun, and the reason is told', async () => {
    const id = await cashier.accepted()
    goTo(cashier.world, '2023-04-10T23:00:00')
    const { order } = await cashier.started(id)
    expect(Date.parse(order.timeExpire)).toBe(Date.parse('2023-04-11T00:00:00+08:00'))
    goTo(cashier.world, '2023-04-10T23:56:00')
    const late = await cashier.accepted()
    expect(await cashier.status(late)).toMatchObject({ state: 'closed', reason: 'window-over' })
    expect((await cashier.start(late)).body).toMatchObject({
      code: 'payment-not-possible',
      facts: { reason: 'window-over' },
    })
    // Whoever has an open order may still pay it.
    expect((await cashier.started(id)).order.outTradeNo).toBe(order.outTradeNo)
  })

  test('paid before the deadline, asked for after it: WeChat is asked before anybody is told that he has given up', async () => {
    await cashier.sets({ paymentDeadline: '2023-04-12' })
    goTo(cashier.world, '2023-04-12T22:30:00')
    const [unpaid, paid] = [await cashier.accepted(), await cashier.accepted()]
    const { order } = await cashier.started(paid)
    await cashier.started(unpaid)
    cashier.pay.switches.callbacks = 'never'
    await cashier.paid(order.outTradeNo)
    cashier.pay.switches.faults = [{ kind: 'error', code: 'SYSTEM_ERROR', times: 1000 }]
    goTo(cashier.world, '2023-04-13T00:00:01')
    await cashier.turn()
    // Nobody knows yet.
    expect(await Promise.all([unpaid, paid].map((id) => cashier.state(id)))).toEqual([
      'awaiting-payment',
      'awaiting-payment',
    ])
    expect((await cashier.status(unpaid)).state).toBe('confirming')
    cashier.pay.behaveWell()
    await cashier.pass(60)
    await cashier.pass(60)
    expect(await Promise.all([unpaid, paid].map((id) => cashier.state(id)))).toEqual(['abandoned', 'confirmed'])
    expect((await cashier.status(unpaid)).state).toBe('overdue')
    expect((await cashier.start(unpaid)).body).toMatchObject({ facts: { state: 'overdue' } })
    expect(ok(await cashier.person.get(`/applications/${unpaid}`)).stage).toBe('ended')
  })
})
