import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { OutboxRow } from '../../bff/src/platform/outbox/outbox-row'
import { DifferenceRow } from '../../bff/src/payments/rows/audit-rows'
import { RefundTurns } from '../../bff/src/payments/refunds/refund-turns'
import { WechatPay } from '../../bff/src/platform/wechat-pay/wechat-pay'
import { goTo, ok, Phone } from './applicant.fixture'
import { Cashier, deadline, fee } from './payer.fixture'
import { OfficeDoor } from '../../bff/src/applications/office-door'

describe.each(databaseKinds)('refunds, on %s', (kind) => {
  let cashier: Cashier
  let seq = 1000
  beforeAll(async () => {
    cashier = await Cashier.open(kind)
  })
  afterAll(() => cashier.close())
  afterEach(() => cashier.pay.behaveWell())

  async function paid(): Promise<{ id: string; outTradeNo: string }> {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    await cashier.paid(order.outTradeNo)
    return { id, outTradeNo: order.outTradeNo }
  }

  /** As it comes over the office's feed. */
  async function decided(id: string, data: Record<string, unknown>): Promise<void> {
    seq += 1
    const { recordNo } = ok(await cashier.person.get(`/applications/${id}`))
    const at = new Date(cashier.world.clock.now()).toISOString()
    const change = { seq, recordNo: recordNo ?? '', revision: seq, type: 'refund-decided', at, reasons: [], data }
    await cashier.transactions.run((manager) => cashier.app.app.get(OfficeDoor).report(manager, change))
  }

  test('the office decides: asked, processing, refunded; the person sees each step and the office hears of it', async () => {
    const { id, outTradeNo } = await paid()
    await decided(id, { reason: '考试取消' })
    expect((await cashier.status(id)).refunds).toMatchObject([{ cause: 'office', state: 'asked', amountCents: fee }])
    await cashier.turn()
    expect((await cashier.status(id)).refunds).toMatchObject([{ state: 'processing' }])
    const [refund] = cashier.pay.order(outTradeNo)?.refunds ?? []
    expect(refund).toMatchObject({ refundCents: fee, reason: '考试取消' })
    await cashier.pay.settleRefund(refund?.outRefundNo ?? '', 'SUCCESS')
    await cashier.pay.notificationsSettled()
    expect(await cashier.status(id)).toMatchObject({ state: 'paid', refunds: [{ state: 'refunded' }] })
    const messages = await cashier.transactions.read((manager) =>
      manager.find(OutboxRow, {
        where: { topic: 'office.refund', aggregate: `application:${id}` },
        order: { seq: 'ASC' },
      }),
    )
    const states = messages.map(({ payload }) => (payload as { refund: { state: string } }).refund.state)
    expect(states).toEqual(['requested', 'refunded'])
  })

  test('[danger 26] WeChat refunds but answers with an error: asked again under the same number, refunded once', async () => {
    const { id, outTradeNo } = await paid()
    cashier.pay.switches.faults = [{ kind: 'error', code: 'SYSTEM_ERROR', processed: true, on: ['refund'], times: 2 }]
    await decided(id, {})
    await cashier.turn()
    expect((await cashier.status(id)).refunds).toMatchObject([{ state: 'asked' }])
    await cashier.pass(60)
    await cashier.pass(300)
    expect((await cashier.status(id)).refunds).toMatchObject([{ state: 'processing' }])
    expect(cashier.pay.order(outTradeNo)?.refunds).toHaveLength(1)
  })

  test('[danger 27] a refund is in progress until WeChat says otherwise; an abnormal one is no success, and ends when staff have helped', async () => {
    const { id, outTradeNo } = await paid()
    await decided(id, {})
    await cashier.turn()
    for (let hour = 0; hour < 3; hour += 1) await cashier.pass(3600)
    expect((await cashier.status(id)).refunds).toMatchObject([{ state: 'processing' }])
    const [refund] = cashier.pay.order(outTradeNo)?.refunds ?? []
    cashier.pay.switches.callbacks = 'never'
    await cashier.pay.settleRefund(refund?.outRefundNo ?? '', 'ABNORMAL')
    await cashier.pass(6 * 3600)
    expect((await cashier.status(id)).refunds).toMatchObject([{ state: 'abnormal' }])
    await cashier.pay.settleRefund(refund?.outRefundNo ?? '', 'SUCCESS')
    await cashier.pass(6 * 3600)
    expect((await cashier.status(id)).refunds).toMatchObject([{ state: 'refunded' }])
  })

  test('the merchant has too little money: the same refund is asked for again later', async () => {
    const { id, outTradeNo } = await paid()
    cashier.pay.switches.faults = [{ kind: 'error', code: 'NOT_ENOUGH', on: ['refund'] }]
    await decided(id, {})
    await cashier.turn()
    expect((await cashier.refunds(id))[0]).toMatchObject({ state: 'asked', lastError: 'NOTENOUGH' })
    await cashier.pass(3600)
    expect((await cashier.refunds(id))[0]).toMatchObject({ state: 'processing', lastError: null })
    expect(cashier.pay.order(outTradeNo)?.refunds).toHaveLength(1)
  })

  test('a part is refunded, then the rest; more than was paid never, which staff are told', async () => {
    const { id, outTradeNo } = await paid()
    await decided(id, { amountCents: 5000 })
    await decided(id, { amountCents: fee - 5000 })
    await decided(id, { amountCents: 1 })
    await decided(id, { amountCents: 'all of it' })
    await cashier.turn()
    // WeChat takes the next one of the same payment a minute later.
    await cashier.pass(60)
    await cashier.pass(300)
    expect(
      cashier.pay
        .order(outTradeNo)
        ?.refunds.map(({ refundCents }) => refundCents)
        .sort(),
    ).toEqual([5000, 7000])
    const differences = await cashier.transactions.read((manager) =>
      manager.findBy(DifferenceRow, { kind: 'refund-differs' }),
    )
    expect(differences).toHaveLength(2)
  })

  test('two workers: one of them asks', async () => {
    const { id } = await paid()
    await decided(id, {})
    const other = await cashier.world.start()
    cashier.pay.resetCounts()
    await Promise.all([cashier.turn(), ...(kind === 'sqlite' ? [] : [cashier.turn(other)])])
    await other.close()
    expect(cashier.pay.counts()['refund']).toBe(1)
  })

  test('while one worker waits for WeChat’s answer the refund is nobody else’s; a minute after it died it is the next one’s', async () => {
    const { id } = await paid()
    await decided(id, {})
    const turns = cashier.app.app.get(RefundTurns)
    const pay = cashier.app.app.get(WechatPay)
    const others: boolean[] = []
    // The first one never comes back to its books.
    jest.spyOn(pay, 'refund').mockImplementationOnce(async () => {
      others.push(await turns.turn())
      throw new Error('killed')
    })
    await expect(turns.turn()).rejects.toThrow('killed')
    cashier.world.clock.advance(59_000)
    others.push(await turns.turn())
    expect(others).toEqual([false, false])
    cashier.world.clock.advance(1000)
    expect(await turns.turn()).toBe(true)
    jest.restoreAllMocks()
    expect(await cashier.refunds(id)).toMatchObject([{ state: 'processing' }])
  })
})

describe.each(databaseKinds)('the whole way of a fee, on %s', (kind) => {
  let world: World
  let app: RunningApp
  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    world.office.control.setBffUrl(app.url)
    world.office.control.changeReference({ fees: [{ grade: 3, cents: fee }], paymentDeadline: deadline })
    await app.work()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  test('accepted, paid, known to the office; refunded by its decision, known to it again', async () => {
    goTo(world, '2023-03-21T09:00:00')
    const li = await Phone.of(app, 'li')
    const application = await li.submitted()
    ok(await (await Phone.of(app, 'zhang')).approve(application))
    await app.work()
    const { recordNo = '' } = await li.view(application.id)
    const { control } = world.office
    control.accept(recordNo)
    await control.nudgesSettled()
    await app.work()
    expect((await li.view(application.id)).payment).toMatchObject({ state: 'online', feeCents: fee })
    ok(await li.call('POST', `/applications/${application.id}/payment`))
    const [order] = world.pay.control.orders()
    await world.pay.control.pay(order?.outTradeNo ?? '')
    await world.pay.control.notificationsSettled()
    await app.work()
    const told = control.history(recordNo).map(({ type }) => type)
    expect(told).toContain('payment')
    control.decide(recordNo, { type: 'refund-decided', data: { amountCents: fee } })
    await control.nudgesSettled()
    await app.work()
    expect(control.history(recordNo).map(({ type }) => type)).toContain('refund')
    const view = await li.view(application.id)
    expect(view.timeline.map(({ event }) => event).slice(0, 2)).toEqual(['refund-decided', 'payment-confirmed'])
  })
})
