import { databaseKinds } from '../../bff/src/app.fixture'
import { BillRow, DifferenceRow, PaymentEventRow } from '../../bff/src/payments/rows/audit-rows'
import { ChannelOrderRow } from '../../bff/src/payments/rows/channel-order-row'
import { Metrics } from '../../bff/src/platform/metrics/metrics'
import { goTo } from './applicant.fixture'
import { Cashier, fee } from './payer.fixture'

describe.each(databaseKinds)('the daily bill over HTTP, on %s', (kind) => {
  let cashier: Cashier
  beforeEach(async () => {
    cashier = await Cashier.open(kind)
  })
  afterEach(() => cashier.close())

  const nextMorning = (): void => goTo(cashier.world, '2023-04-04T10:00:00')
  const read = (): Promise<BillRow[]> => cashier.transactions.read((manager) => manager.find(BillRow))
  const differences = (): Promise<DifferenceRow[]> =>
    cashier.transactions.read((manager) => manager.find(DifferenceRow, { order: { id: 'ASC' } }))
  const gauges = async (): Promise<Record<string, string>> => {
    const lines = (await cashier.app.app.get(Metrics).text()).matchAll(/^registration_(payment|refund)(\S+) (\d+)$/gm)
    return Object.fromEntries([...lines].map(([, what = '', name = '', value = '']) => [what + name, value]))
  }

  async function ordered(): Promise<{ id: string; outTradeNo: string }> {
    const id = await cashier.accepted()
    return { id, outTradeNo: (await cashier.started(id)).order.outTradeNo }
  }

  async function paid(): Promise<{ id: string; outTradeNo: string }> {
    const order = await ordered()
    await cashier.paid(order.outTradeNo)
    return order
  }

  /** Our books say otherwise than they did. */
  const alter = (outTradeNo: string, changes: Partial<ChannelOrderRow>): Promise<unknown> =>
    cashier.transactions.run((manager) => manager.update(ChannelOrderRow, { outTradeNo }, changes))

  test('everything matches: payments, one that is unpaid, and a refund', async () => {
    const { id, outTradeNo } = await paid()
    await paid()
    await ordered()
    await cashier.paid((await surplus(id)).outTradeNo)
    await cashier.turn()
    nextMorning()
    expect(await gauges()).toMatchObject({ payment_bills_unread: '1', payment_open_orders: '1' })
    await cashier.app.work()
    expect(await read()).toMatchObject([{ day: '2023-04-03', payments: 3, refunds: 1, differences: 0 }])
    const well = { payment_differences: '0', payments_held: '0', refunds_stuck: '0', payment_bills_unread: '0' }
    expect(await gauges()).toMatchObject(well)
    const events = await cashier.transactions.read((manager) => manager.findBy(PaymentEventRow, { outTradeNo }))
    expect(events.at(-1)).toMatchObject({ event: 'billed', source: 'bill', facts: { day: '2023-04-03' } })
  })

  /** Another order of an application that is paid already, as two phones might make it. */
  async function surplus(id: string): Promise<{ outTradeNo: string }> {
    const other = await ordered()
    const [row] = await cashier.channels(id)
    await alter(other.outTradeNo, { orderId: row?.orderId ?? '', applicationId: id, openKey: null })
    return other
  }

  test('a payment whose callback and queries were all lost is found by the bill, and settled like any other', async () => {
    const { id, outTradeNo } = await ordered()
    cashier.pay.switches.callbacks = 'never'
    await cashier.paid(outTradeNo)
    await alter(outTradeNo, { nextQueryAt: null })
    await cashier.turn()
    expect(await cashier.state(id)).toBe('awaiting-payment')
    nextMorning()
    await cashier.app.work()
    expect(await cashier.state(id)).toBe('confirmed')
    expect(await read()).toMatchObject([{ payments: 1, differences: 0 }])
    const events = await cashier.transactions.read((manager) => manager.findBy(PaymentEventRow, { outTradeNo }))
    expect(events.map(({ event, source }) => [event, source])).toEqual([
      ['ordered', 'phone'],
      ['paid', 'bill'],
      ['billed', 'bill'],
    ])
  })

  test('an amount that differs, a payment that only WeChat has and one that only we have are kept for staff, once', async () => {
    const wrong = await paid()
    await alter(wrong.outTradeNo, { receivedCents: fee - 1 })
    const unknown = await paid()
    await cashier.transactions.run((manager) => manager.delete(ChannelOrderRow, { outTradeNo: unknown.outTradeNo }))
    const missing = await ordered()
    await alter(missing.outTradeNo, { state: 'paid', paidAt: new Date('2023-04-03T04:00:00Z'), nextQueryAt: null })
    nextMorning()
    await cashier.app.work()
    const ids = [
      `payment-differs:${wrong.outTradeNo}`,
      `payment-not-in-bill:${missing.outTradeNo}`,
      `unknown-payment:${unknown.outTradeNo}`,
    ]
    expect((await differences()).map(({ id }) => id)).toEqual(ids)
    expect(await gauges()).toMatchObject({ payment_differences: '3' })
    await cashier.pass(600)
    await cashier.app.work()
    expect(await differences()).toHaveLength(3)
    expect(await read()).toMatchObject([{ differences: 3 }])
  })

  test('a bill that is not ready, or not the one that WeChat Pay announced, leaves nothing behind; the next turn reads it', async () => {
    await paid()
    nextMorning()
    for (const trouble of ['creating', 'wrong-hash'] as const) {
      cashier.pay.switches.bill = trouble
      await cashier.app.work()
      expect([await read(), await differences()]).toEqual([[], []])
      await cashier.pass(600)
    }
    cashier.pay.behaveWell()
    await cashier.app.work()
    expect(await read()).toMatchObject([{ payments: 1, differences: 0 }])
  })
})
