import { decrypt, isTrusted } from './merchant-client.fixture'
import { minute, payWorld, type PayWorld } from './pay-world.fixture'

describe('orders at WeChat Pay', () => {
  let world: PayWorld
  beforeEach(async () => (world = await payWorld()))
  afterEach(() => world.shut())

  const refused = (answer: { status: number; body: any; number: number }, number?: number) => [
    answer.status,
    answer.body.code,
    ...(number === undefined ? [] : [answer.number]),
  ]

  it('prepay, payment, callback and query agree; every answer is signed', async () => {
    const order = world.body()
    const made = await world.prepay(order)
    expect([made.status, made.trusted, Object.keys(made.body)]).toEqual([200, true, ['prepay_id']])
    expect(made.body.prepay_id).toMatch(/^wx20230320090000\w{20}$/)

    const before = await world.query(String(order['out_trade_no']))
    expect([before.status, before.trusted]).toEqual([200, true])
    expect(before.body).toMatchObject({ trade_state: 'NOTPAY', amount: { total: 18_000, currency: 'CNY' } })
    for (const absent of ['transaction_id', 'success_time']) expect(before.body).not.toHaveProperty(absent)
    expect(before.body.amount).not.toHaveProperty('payer_total')

    await world.control.pay(made.body.prepay_id)
    await world.control.notificationsSettled()
    const after = await world.query(String(order['out_trade_no']))
    expect(after.body).toMatchObject({
      trade_state: 'SUCCESS',
      trade_type: 'JSAPI',
      out_trade_no: String(order['out_trade_no']),
      transaction_id: expect.stringMatching(/^\d{28}$/),
      success_time: '2023-03-20T09:00:00+08:00',
      amount: { total: 18_000, payer_total: 18_000, currency: 'CNY', payer_currency: 'CNY' },
    })
    const byId = await world.call(
      'GET',
      `/v3/pay/transactions/id/${after.body.transaction_id}?mchid=${world.merchant.mchid}`,
    )
    expect(byId.body).toEqual(after.body)

    const [callback] = world.endpoint.got
    const event = JSON.parse(String(callback?.body))
    expect(isTrusted(world.merchant, callback!.headers, callback!.body)).toBe(true)
    expect(event).toMatchObject({
      id: expect.stringMatching(/^EV-\d{20}$/),
      create_time: '2023-03-20T09:00:00+08:00',
      resource_type: 'encrypt-resource',
      event_type: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      resource: { original_type: 'transaction', algorithm: 'AEAD_AES_256_GCM', associated_data: 'transaction' },
    })
    expect(event.resource.nonce).toHaveLength(12)
    expect(decrypt(world.merchant.apiV3Key, event.resource)).toEqual(after.body)
  })

  it('the same request again answers the same prepay id; after two hours a new one, and the old one is dead', async () => {
    const order = world.body()
    const first = await world.prepay(order)
    expect((await world.prepay(order)).body).toEqual(first.body)
    world.clock.advance(121 * minute)
    await expect(world.control.pay(first.body.prepay_id)).rejects.toThrow(/失效/)
    const second = await world.prepay(order)
    expect(second.body.prepay_id).not.toBe(first.body.prepay_id)
    await expect(world.control.pay(first.body.prepay_id)).rejects.toThrow(/失效/)
    expect((await world.control.pay(second.body.prepay_id)).state).toBe('SUCCESS')
  })

  it('the same number with other parameters, of a paid and of a closed order is refused', async () => {
    const order = world.body()
    await world.prepay(order)
    const other = await world.prepay({ ...order, description: '另一个说明' })
    expect(refused(other, 1)).toEqual([400, 'INVALID_REQUEST', 268498688])
    expect(other.body.message).toBe('201 商户订单号重复')
    await world.control.pay(String(order['out_trade_no']))
    expect(refused(await world.prepay(order))).toEqual([400, 'ORDER_PAID'])
    expect(refused(await world.close(String(order['out_trade_no'])))).toEqual([400, 'ORDER_PAID'])
    const second = world.body()
    await world.prepay(second)
    expect((await world.close(String(second['out_trade_no']))).status).toBe(204)
    expect(refused(await world.prepay(second))).toEqual([400, 'ORDER_CLOSED'])
    await expect(world.control.pay(String(second['out_trade_no']))).rejects.toThrow('订单已关闭')
  })

  it('close is answered 204 without a body, signed, and again', async () => {
    const order = world.body()
    await world.prepay(order)
    for (const answer of [
      await world.close(String(order['out_trade_no'])),
      await world.close(String(order['out_trade_no'])),
    ])
      expect([answer.status, answer.text, answer.trusted]).toEqual([204, '', true])
    expect((await world.query(String(order['out_trade_no']))).body.trade_state).toBe('CLOSED')
  })

  it('an order that was never made does not exist', async () => {
    expect(refused(await world.query('JZ20230320000001'), 1)).toEqual([404, 'ORDER_NOT_EXIST', 268512771])
  })

  it.each([
    ['an unknown field', { product_id: '1' }, 270924358],
    ['an unknown field inside amount', { amount: { total: 1, currency: 'CNY', discount: 1 } }, 270924358],
    ['amount 0', { amount: { total: 0, currency: 'CNY' } }],
    ['an amount with a fraction', { amount: { total: 1.5 } }],
    ['an amount as text', { amount: { total: '100' } }],
    ['another currency', { amount: { total: 100, currency: 'USD' } }],
    ['a number of 5 characters', { out_trade_no: 'JZ001' }],
    ['a number of 33 characters', { out_trade_no: 'J'.repeat(33) }],
    ['a number with a Chinese character', { out_trade_no: '订单202303200001' }],
    ['a description of 128 characters', { description: '费'.repeat(128) }],
    ['notify_url with a query', { notify_url: 'https://a.example/notify?a=1' }],
    ['a relative notify_url', { notify_url: '/notify' }],
    ['time_expire without offset', { time_expire: '2023-03-20T12:00:00' }],
    ['time_expire with a space', { time_expire: '2023-03-20 12:00:00+08:00' }],
    ['time_expire less than five minutes ahead', { time_expire: '2023-03-20T09:04:59+08:00' }],
    ['no payer', { payer: undefined }],
  ])('%s is a PARAM_ERROR', async (_what, changes, number = 268435461) => {
    const answer = await world.prepay(world.body(changes))
    expect([...refused(answer, 1), answer.trusted]).toEqual([400, 'PARAM_ERROR', number, true])
    expect(answer.body.detail.location).toBe('body')
    expect(world.control.orders()).toEqual([])
  })

  it('takes time_expire in any offset, and none', async () => {
    for (const time_expire of ['2023-03-20T09:05:00+08:00', '2023-03-20T01:05:00Z', undefined])
      expect((await world.prepay(world.body({ time_expire }))).status).toBe(200)
  })

  it('knows its merchant and the apps bound to it', async () => {
    expect(refused(await world.prepay(world.body({ appid: 'wx9999999999999999' })))).toEqual([
      400,
      'APPID_MCHID_NOT_MATCH',
    ])
    expect(refused(await world.prepay(world.body({ mchid: '1900000110' })))).toEqual([400, 'MCH_NOT_EXISTS'])
  })

  it('nobody pays once time_expire has passed; the order stays NOTPAY until it is closed', async () => {
    const order = world.body({ time_expire: '2023-03-20T09:30:00+08:00' })
    await world.prepay(order)
    world.clock.advance(30 * minute)
    await expect(world.control.pay(String(order['out_trade_no']))).rejects.toThrow(/失效/)
    expect((await world.query(String(order['out_trade_no']))).body.trade_state).toBe('NOTPAY')
    world.control.switches.expired = 'CLOSED'
    expect((await world.query(String(order['out_trade_no']))).body.trade_state).toBe('CLOSED')
  })

  it.each(['USERPAYING', 'PAYERROR', 'REVOKED'] as const)('an unpaid order can be shown as %s', async (shown) => {
    world.control.switches.unpaidShows = shown
    const number = await world.ordered()
    expect((await world.query(number)).body.trade_state).toBe(shown)
    await world.control.pay(number)
    expect((await world.query(number)).body.trade_state).toBe('SUCCESS')
  })

  it('has no platform certificates to download: the merchant uses the public key', async () => {
    const answer = await world.call('GET', '/v3/certificates')
    expect([...refused(answer), answer.trusted]).toEqual([404, 'RESOURCE_NOT_EXISTS', true])
  })
})
