import { databaseKinds, openDatabase, type OpenDatabase } from '../../platform/database/open-database.fixture'
import { paymentRow, refundRow } from './bill-csv.fixture'
import { BillDesk } from './daily-bill.fixture'

describe.each(databaseKinds)('the daily bill, on %s', (kind) => {
  let db: OpenDatabase
  let desk: BillDesk
  beforeAll(async () => {
    db = await openDatabase(kind)
  })
  beforeEach(async () => {
    desk = await BillDesk.empty(db)
  })
  afterAll(() => db.close())

  const yesterday = '2023-05-10'
  const run = (): Promise<void> => desk.process().run()
  const kinds = async (): Promise<string[]> => (await desk.differences()).map(({ id }) => id)

  test('is read once, after ten in the morning', async () => {
    desk.clock.set('2023-05-11T01:59:59Z')
    await run()
    expect(desk.fetched).toEqual([])
    desk.clock.set('2023-05-11T02:00:00Z')
    await run()
    await run()
    expect(desk.fetched).toEqual([yesterday])
    expect(await desk.read()).toMatchObject([{ day: yesterday, payments: 0, refunds: 0, differences: 0 }])
  })

  test('of a day before is read too if anything was ordered, paid or refunded on it', async () => {
    await desk.ordered('created', undefined, { createdAt: new Date('2023-05-04T16:00:00Z') })
    await desk.ordered('paid', '2023-05-07T15:59:59Z', { createdAt: new Date('2023-04-01T00:00:00Z') })
    await desk.refunded('refund', '2023-05-07T16:00:00Z')
    await desk.ordered('long ago', '2023-05-02T12:00:00Z', { createdAt: new Date('2023-05-02T00:00:00Z') })
    await run()
    expect(desk.fetched).toEqual(['2023-05-05', '2023-05-07', '2023-05-08', yesterday])
  })

  test('that agrees leaves no difference, and each of its rows a trace', async () => {
    const rows = [
      await desk.ordered('order-1', '2023-05-10T03:00:00Z'),
      await desk.ordered('order-2', '2023-05-10T15:59:59.999Z', { state: 'surplus' }),
      await desk.refunded('refund-1', '2023-05-10T05:00:00Z'),
    ]
    desk.lists(yesterday, rows)
    await run()
    expect(await desk.read()).toMatchObject([{ payments: 2, refunds: 1, differences: 0 }])
    const traces = (await desk.events()).map(({ event, source, outTradeNo, outRefundNo, facts }) => {
      return [event, source, outTradeNo, outRefundNo, facts]
    })
    expect(traces).toEqual([
      ['billed', 'bill', 'order-1', null, { day: yesterday }],
      ['billed', 'bill', 'order-2', null, { day: yesterday }],
      ['billed', 'bill', 'order-1', 'refund-1', { day: yesterday }],
    ])
  })

  test('settles a payment that we had not heard of, by asking WeChat Pay', async () => {
    desk.lists(yesterday, [await desk.ordered('order-1'), await desk.ordered('order-2', '2023-05-10T03:00:00Z')])
    desk.whenAsked = async (outTradeNo) => {
      await desk.pay(outTradeNo, '2023-05-10T04:00:00Z')
      return 'paid'
    }
    await run()
    expect(desk.asked).toEqual(['order-1'])
    expect(await desk.read()).toMatchObject([{ payments: 2, differences: 0 }])
  })

  test('waits for the next turn while WeChat Pay gives no word on such a payment', async () => {
    desk.lists(yesterday, [await desk.ordered('order-1')])
    desk.whenAsked = () => Promise.resolve('unknown')
    await run()
    expect(await desk.read()).toEqual([])
    desk.whenAsked = () => Promise.resolve('open')
    await run()
    expect(await desk.read()).toMatchObject([{ differences: 1 }])
    expect(await kinds()).toEqual(['payment-differs:order-1'])
  })

  test('waits for no longer than a day: then staff see it', async () => {
    desk.lists(yesterday, [await desk.ordered('order-1')])
    desk.whenAsked = () => Promise.resolve('unknown')
    await run()
    desk.clock.set('2023-05-12T03:00:00Z')
    await run()
    expect(await desk.read()).toMatchObject([{ day: yesterday, differences: 1 }, { day: '2023-05-11' }])
  })

  test('asks for a hundred of them in one turn and goes on in the next', async () => {
    const numbers = Array.from({ length: 150 }, (_, index) => `order-${index}`)
    const rows = []
    for (const number of numbers) rows.push(await desk.ordered(number))
    desk.lists(yesterday, rows)
    desk.whenAsked = async (outTradeNo) => {
      await desk.pay(outTradeNo, '2023-05-10T04:00:00Z')
      return 'paid'
    }
    await run()
    expect(desk.asked).toHaveLength(100)
    expect(await desk.read()).toEqual([])
    await run()
    expect(desk.asked).toHaveLength(150)
    expect(await desk.read()).toMatchObject([{ payments: 150, differences: 0 }])
  })

  test('shows what differs in amount, transaction or currency, and what we do not have', async () => {
    const amount = await desk.ordered('amount', '2023-05-10T03:00:00Z')
    const transaction = await desk.ordered('transaction', '2023-05-10T03:00:00Z')
    const currency = await desk.ordered('currency', '2023-05-10T03:00:00Z')
    const refund = await desk.refunded('refund', '2023-05-10T03:00:00Z', { outTradeNo: 'amount' })
    desk.lists(yesterday, [
      { ...amount, 应结订单金额: '60.01', 订单金额: '60.01' },
      { ...transaction, 微信订单号: '42other' },
      { ...currency, 货币种类: 'USD' },
      paymentRow({ 商户订单号: 'nobody' }),
      { ...refund, 退款金额: '6.00', 申请退款金额: '6.00' },
      refundRow({ 商户退款单号: 'console' }),
    ])
    await run()
    expect(await kinds()).toEqual([
      'payment-differs:amount',
      'payment-differs:currency',
      'payment-differs:transaction',
      'refund-differs:refund',
      'unknown-payment:nobody',
      'unknown-refund:console',
    ])
    expect(await desk.read()).toMatchObject([{ payments: 4, refunds: 2, differences: 6 }])
    const [first] = await desk.differences()
    expect(first).toMatchObject({ day: yesterday, facts: { amountCents: 6001, ourCents: 6000, ourState: 'paid' } })
  })

  test('does not call a held payment different once the bill says what we hold', async () => {
    const row = await desk.ordered('held', '2023-05-10T03:00:00Z', { state: 'held', receivedCents: 100 })
    desk.lists(yesterday, [{ ...row, 应结订单金额: '1.00', 订单金额: '1.00' }])
    await run()
    expect(await kinds()).toEqual([])
  })

  test.each([
    ['refunded', 'PROCESSING', false],
    ['processing', 'SUCCESS', false],
    ['abnormal', 'SUCCESS', false],
    ['closed', 'FAIL', false],
    ['closed', 'SUCCESS', true],
    ['refunded', 'FAIL', true],
    ['refunded', 'CHANGE', true],
  ] as const)('a refund that is %s here and %s there: differs %s', async (state, status, differs) => {
    const row = await desk.refunded('refund-1', '2023-05-10T03:00:00Z', { state })
    desk.lists(yesterday, [{ ...row, 退款状态: status }])
    await run()
    expect(await kinds()).toEqual(differs ? ['refund-differs:refund-1'] : [])
  })

  test('shows a payment that we have on that day and it has not, also where WeChat Pay has no statement', async () => {
    await desk.ordered('before', '2023-05-09T15:59:59.999Z')
    await desk.ordered('first', '2023-05-09T16:00:00Z')
    await desk.ordered('last', '2023-05-10T15:59:59.999Z')
    await desk.ordered('after', '2023-05-10T16:00:00Z')
    desk.lists('2023-05-09', [paymentRow({ 商户订单号: 'before', 微信订单号: '42before' })])
    await run()
    expect(await kinds()).toEqual(['payment-not-in-bill:first', 'payment-not-in-bill:last'])
  })

  test('misses a refund only when two days more have not listed it either', async () => {
    await desk.refunded('never', '2023-05-10T03:00:00Z')
    const late = await desk.refunded('late', '2023-05-10T03:00:00Z', { applicationId: 'application-2' })
    await run()
    desk.lists('2023-05-11', [late])
    desk.clock.set('2023-05-12T03:00:00Z')
    await run()
    expect(await kinds()).toEqual([])
    desk.clock.set('2023-05-13T03:00:00Z')
    await run()
    expect(await kinds()).toEqual(['refund-not-in-bill:never'])
    expect(await desk.read()).toHaveLength(3)
  })

  test('waits with a missing refund for a bill in between that comes late', async () => {
    const listed = await desk.refunded('refund-1', '2023-05-10T03:00:00Z')
    await desk.ordered('order-1', undefined, { createdAt: new Date('2023-05-11T03:00:00Z') })
    await run()
    desk.bills.set('2023-05-11', { kind: 'unknown', reason: 'STATEMENTCREATING' })
    desk.clock.set('2023-05-13T03:00:00Z')
    await run()
    expect((await desk.read()).map(({ day }) => day)).toEqual(['2023-05-10', '2023-05-12'])
    desk.lists('2023-05-11', [listed])
    await run()
    expect(await desk.read()).toHaveLength(3)
    expect(await kinds()).toEqual([])
  })

  test('leaves what other apps of the merchant sold to them', async () => {
    const other = { 公众账号ID: 'wx0000000000000099' }
    desk.lists(yesterday, [paymentRow(other), refundRow(other)])
    await run()
    expect(await desk.read()).toMatchObject([{ payments: 1, refunds: 1, differences: 0 }])
  })

  test('that does not come, or comes broken, is read in a later turn; other days do not wait for it', async () => {
    await desk.ordered('order-1', undefined, { createdAt: new Date('2023-05-08T03:00:00Z') })
    await desk.ordered('order-2', undefined, { createdAt: new Date('2023-05-09T03:00:00Z') })
    desk.bills.set('2023-05-08', { kind: 'ok', value: Buffer.from('{"code":"SYSTEM_ERROR"}') })
    desk.bills.set('2023-05-09', { kind: 'unknown', reason: 'digest of the bill' })
    await expect(run()).rejects.toThrow('the bill of 2023-05-08 cannot be read')
    expect((await desk.read()).map(({ day }) => day)).toEqual([yesterday])
    desk.bills.clear()
    await run()
    expect(await desk.read()).toHaveLength(3)
  })

  test('that WeChat Pay refuses is an error for the log', async () => {
    desk.bills.set(yesterday, { kind: 'refused', code: 'NOAUTH', status: 403 })
    await expect(run()).rejects.toThrow('WeChat Pay refuses the bill of 2023-05-10: NOAUTH')
  })

  test('is written down once, however many processes read it at the same time', async () => {
    desk.lists(yesterday, [paymentRow(), await desk.ordered('order-2', '2023-05-10T03:00:00Z')])
    await Promise.all(Array.from({ length: 5 }, () => run()))
    expect(await desk.read()).toHaveLength(1)
    expect(await desk.events()).toHaveLength(1)
    expect(await kinds()).toEqual(['unknown-payment:order-1'])
  })

  test('is not asked for while no merchant is set up', async () => {
    desk.merchant = undefined
    await run()
    expect(desk.fetched).toEqual([])
  })
})
