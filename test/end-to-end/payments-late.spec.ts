import { databaseKinds } from '../../bff/src/app.fixture'
import { PaymentDoor } from '../../bff/src/applications/payment-door'
import { PaymentDeadlines } from '../../bff/src/payments/deadlines'
import { OutboxRow } from '../../bff/src/platform/outbox/outbox-row'
import { WechatPay } from '../../bff/src/platform/wechat-pay/wechat-pay'
import { goTo } from './applicant.fixture'
import { Cashier, deadline, fee } from './payer.fixture'

describe.each(databaseKinds)('a payment that is heard of after the application was given up, on %s', (kind) => {
  let cashier: Cashier
  beforeEach(async () => {
    cashier = await Cashier.open(kind)
  })
  afterEach(() => cashier.close())

  /** Begun, not paid as far as anybody knows, its deadline over. */
  async function abandoned(changes: Parameters<Cashier['accepted']>[0] = {}): Promise<{ id: string; number: string }> {
    const id = await cashier.accepted(changes)
    const { order } = await cashier.started(id)
    goTo(cashier.world, '2023-04-11T00:00:01')
    for (let minute = 0; minute < 2; minute += 1) await cashier.pass(60)
    expect(await cashier.state(id)).toBe('abandoned')
    return { id, number: order.outTradeNo }
  }

  async function told(number: string, paidAt: string): Promise<void> {
    const { mchid, appid } = cashier.app.app.get(WechatPay).merchant ?? {}
    const trade = { mchid, appid, out_trade_no: number, transaction_id: `42${number.slice(2, 20)}` }
    const plain = JSON.stringify({
      ...{ ...trade, trade_state: 'SUCCESS', success_time: paidAt, amount: { total: fee, currency: 'CNY' } },
    })
    const body = JSON.stringify({
      ...{ id: `EV-${number}`, create_time: paidAt, resource_type: 'encrypt-resource' },
      ...{ event_type: 'TRANSACTION.SUCCESS', summary: '支付成功', resource: cashier.pay.encrypt(plain) },
    })
    const headers = { ...cashier.pay.signed(body), 'content-type': 'application/json' }
    expect((await cashier.app.call('POST', '/wechat-pay/notifications', { raw: body, headers })).status).toBe(204)
  }

  test('paid in the last second of the last day: it counts', async () => {
    const { id, number } = await abandoned()
    await told(number, `${deadline}T23:59:59+08:00`)
    expect(await cashier.state(id)).toBe('confirmed')
    expect((await cashier.status(id)).state).toBe('paid')
  })

  test('paid at 24:00: it goes back by itself, and the office, which never heard of it, is told nothing', async () => {
    const { id, number } = await abandoned()
    await told(number, '2023-04-11T00:00:00+08:00')
    expect(await cashier.state(id)).toBe('abandoned')
    expect((await cashier.status(id)).refunds).toMatchObject([{ cause: 'surplus', amountCents: fee }])
    const messages = await cashier.transactions.read((manager) =>
      manager.findBy(OutboxRow, { aggregate: `application:${id}` }),
    )
    expect(messages).toEqual([])
  })

  test('the person has another application by now: that one stays, the money goes back', async () => {
    const { id, number } = await abandoned({ personId: 'person-who-came-back' })
    const other = await cashier.accepted({
      personId: 'person-who-came-back',
      liveKey: 'jiaozuo-2023:person-who-came-back',
    })
    await told(number, `${deadline}T12:00:00+08:00`)
    expect([await cashier.state(id), await cashier.state(other)]).toEqual(['abandoned', 'awaiting-payment'])
    expect((await cashier.status(id)).refunds).toMatchObject([{ cause: 'surplus', amountCents: fee }])
  })

  test('the last day is over at 24:00, a day later where the counter takes the fee by now, whatever the application waits for', async () => {
    const online = await cashier.accepted()
    const counter = await cashier.accepted({ unitCode: null, unitName: '没有登记的单位' })
    const states = (): Promise<string[]> => Promise.all([online, counter].map((id) => cashier.state(id)))
    for (const [time, expected] of [
      [`${deadline}T23:59:59`, ['awaiting-payment', 'awaiting-payment']],
      ['2023-04-11T00:00:00', ['abandoned', 'awaiting-payment']],
      ['2023-04-11T23:59:59', ['abandoned', 'awaiting-payment']],
      ['2023-04-12T00:00:00', ['abandoned', 'abandoned']],
    ] as const) {
      goTo(cashier.world, time)
      await cashier.turn()
      expect(await states()).toEqual(expected)
    }
  })

  test('who withdrew while the deadline’s job went through its page holds up nobody behind him', async () => {
    const [gone, waiting] = [await cashier.accepted(), await cashier.accepted()]
    const door = cashier.app.app.get(PaymentDoor)
    const page = await cashier.transactions.read((manager) => door.waiting(manager, '', 100))
    const { version } = (await cashier.person.get(`/applications/${gone}`)).body
    expect((await cashier.person.post(`/applications/${gone}/withdrawal`, {}, { version })).status).toBe(200)
    const first = page.filter(({ row }) => row.id === gone)
    const stale = jest.spyOn(door, 'waiting').mockResolvedValue([...first, ...page])
    goTo(cashier.world, '2023-04-11T00:00:01')
    await cashier.app.app.get(PaymentDeadlines).run()
    stale.mockRestore()
    expect([await cashier.state(gone), await cashier.state(waiting)]).toEqual(['withdrawn', 'abandoned'])
  })
})
