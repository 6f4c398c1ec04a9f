import { decrypt } from './merchant-client.fixture'
import { minute, payWorld, type PayWorld, refundsPath, refusalOf } from './pay-world.fixture'

describe('refunds at WeChat Pay', () => {
  let world: PayWorld
  beforeEach(async () => (world = await payWorld()))
  afterEach(() => world.shut())

  const ask = (outRefundNo: string) => world.call('GET', `${refundsPath}/${outRefundNo}`)
  const lastCallback = () => {
    const event = JSON.parse(String(world.endpoint.got.at(-1)?.body))
    return { event, plain: decrypt(world.merchant.apiV3Key, event.resource) }
  }

  it('accepted is not refunded: PROCESSING until it ends, then the callback says it in its own words', async () => {
    const number = await world.paid()
    const accepted = await world.refund(number)
    expect([accepted.status, accepted.trusted]).toEqual([200, true])
    expect(accepted.body).toMatchObject({
      refund_id: expect.stringMatching(/^\d{29}$/),
      out_refund_no: `R${number}`,
      out_trade_no: number,
      channel: 'ORIGINAL',
      user_received_account: '支付用户零钱',
      create_time: '2023-03-20T09:00:00+08:00',
      status: 'PROCESSING',
      funds_account: 'AVAILABLE',
      amount: {
        total: 18_000,
        refund: 18_000,
        payer_refund: 18_000,
        settlement_refund: 18_000,
        discount_refund: 0,
        currency: 'CNY',
      },
    })
    expect(accepted.body).not.toHaveProperty('success_time')
    expect((await world.query(number)).body.trade_state).toBe('REFUND')

    world.clock.advance(minute)
    await world.control.settleRefund(`R${number}`, 'SUCCESS')
    await world.control.notificationsSettled()
    const settled = await ask(`R${number}`)
    expect(settled.body).toMatchObject({ status: 'SUCCESS', success_time: '2023-03-20T09:01:00+08:00' })
    const { event, plain } = lastCallback()
    expect([event.event_type, event.summary, event.resource.original_type, event.resource.associated_data]).toEqual([
      'REFUND.SUCCESS',
      '退款成功',
      'refund',
      'refund',
    ])
    expect(plain).toEqual({
      mchid: world.merchant.mchid,
      transaction_id: settled.body.transaction_id,
      out_trade_no: number,
      refund_id: settled.body.refund_id,
      out_refund_no: `R${number}`,
      refund_status: 'SUCCESS',
      success_time: '2023-03-20T09:01:00+08:00',
      user_received_account: '支付用户零钱',
      amount: { total: 18_000, refund: 18_000, payer_total: 18_000, payer_refund: 18_000 },
    })
  })

  it('the same request again is the same refund; under another number it would be a second one', async () => {
    const number = await world.paid()
    const first = await world.refund(number, { amount: { refund: 9_000, total: 18_000, currency: 'CNY' } })
    const again = await world.refund(number, { amount: { refund: 9_000, total: 18_000, currency: 'CNY' } })
    expect(again.body).toEqual(first.body)
    const other = await world.refund(number, { amount: { refund: 8_000, total: 18_000, currency: 'CNY' } })
    expect(refusalOf(other)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
    world.clock.advance(minute)
    await world.refund(number, {
      out_refund_no: `S${number}`,
      amount: { refund: 9_000, total: 18_000, currency: 'CNY' },
    })
    expect(world.control.order(number)?.refunds).toHaveLength(2)
  })

  it.each<[string, object, number, string]>([
    ['more than was paid', { amount: { refund: 18_001, total: 18_000, currency: 'CNY' } }, 400, 'INVALID_REQUEST'],
    ['another total', { amount: { refund: 100, total: 20_000, currency: 'CNY' } }, 400, 'INVALID_REQUEST'],
    ['another currency', { amount: { refund: 100, total: 18_000, currency: 'USD' } }, 400, 'PARAM_ERROR'],
    ['no currency', { amount: { refund: 100, total: 18_000 } }, 400, 'PARAM_ERROR'],
    ['nothing', { amount: { refund: 0, total: 18_000, currency: 'CNY' } }, 400, 'PARAM_ERROR'],
    ['an unknown field', { refund_fee: 1 }, 400, 'PARAM_ERROR'],
    ['a reason of 81 characters', { reason: '退'.repeat(81) }, 400, 'PARAM_ERROR'],
    ['a number of 65 characters', { out_refund_no: 'R'.repeat(65) }, 400, 'PARAM_ERROR'],
    ['an order that is not there', { out_trade_no: 'JZ20230320000001' }, 404, 'RESOURCE_NOT_EXISTS'],
    ['no order at all', { out_trade_no: undefined }, 400, 'PARAM_ERROR'],
  ])('%s is refused', async (_what, changes, status, code) => {
    const number = await world.paid()
    expect(refusalOf(await world.refund(number, changes))).toEqual({ status, code, trusted: true })
    expect(world.control.order(number)?.refunds).toEqual([])
  })

  it('unpaid orders, a second refund within a minute and payments of a year ago are refused', async () => {
    const unpaid = await world.ordered()
    expect((await world.refund(unpaid)).body.code).toBe('INVALID_REQUEST')
    const number = await world.paid()
    const part = { amount: { refund: 100, total: 18_000, currency: 'CNY' } }
    await world.refund(number, part)
    expect((await world.refund(number, { ...part, out_refund_no: `S${number}` })).status).toBe(429)
    world.clock.advance(366 * 24 * 60 * minute)
    expect((await world.refund(number, { ...part, out_refund_no: `T${number}` })).body.code).toBe('INVALID_REQUEST')
  })

  it('ABNORMAL is tried again on another card, and may then end well', async () => {
    const number = await world.paid()
    const { refund_id } = (await world.refund(number)).body
    await world.control.settleRefund(`R${number}`, 'ABNORMAL')
    await world.control.notificationsSettled()
    expect(lastCallback()).toMatchObject({
      event: { event_type: 'REFUND.ABNORMAL' },
      plain: { refund_status: 'ABNORMAL' },
    })
    const retry = (id: string) =>
      world.call('POST', `${refundsPath}/${id}/apply-abnormal-refund`, {
        body: { out_refund_no: `R${number}`, type: 'MERCHANT_BANK_CARD' },
      })
    expect((await retry('50300000000000000000000000000')).status).toBe(404)
    expect((await retry(refund_id)).body.status).toBe('PROCESSING')
    expect((await retry(refund_id)).body.code).toBe('INVALID_REQUEST')
    await world.control.settleRefund(`R${number}`, 'SUCCESS')
    expect((await ask(`R${number}`)).body.status).toBe('SUCCESS')
  })

  it('CLOSED gives nothing back: the money may be refunded under another number', async () => {
    const number = await world.paid()
    await world.refund(number)
    await world.control.settleRefund(`R${number}`, 'CLOSED')
    await world.control.notificationsSettled()
    expect(lastCallback().event.event_type).toBe('REFUND.CLOSED')
    world.clock.advance(minute)
    expect((await world.refund(number, { out_refund_no: `S${number}` })).status).toBe(200)
  })

  it('ends by itself where the switch says so', async () => {
    world.control.switches.refundsBecome = 'ABNORMAL'
    const number = await world.paid()
    expect((await world.refund(number)).body.status).toBe('PROCESSING')
    await world.control.work()
    expect((await ask(`R${number}`)).body.status).toBe('ABNORMAL')
  })

  it('one that was never asked for does not exist', async () => {
    expect(refusalOf(await ask('R1'))).toEqual({ status: 404, code: 'RESOURCE_NOT_EXISTS', trusted: true })
  })
})
