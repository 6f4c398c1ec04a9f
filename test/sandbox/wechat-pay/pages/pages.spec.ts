import { payWorld, type PayWorld } from '../pay-world.fixture'

const back = 'http://127.0.0.1:4300/?from=cashier#/apply/payment'

describe("WeChat Pay's pages", () => {
  let world: PayWorld
  beforeEach(async () => (world = await payWorld()))
  afterEach(() => world.shut())

  const prepaid = async () => {
    const order = world.body({ description: '考务费<b>' })
    const { body } = await world.prepay(order)
    return { number: String(order['out_trade_no']), prepayId: String(body.prepay_id) }
  }
  const cashier = (prepayId: string, to = back) => `/pay?${new URLSearchParams({ prepay_id: prepayId, return: to })}`
  const read = async (path: string) => (await fetch(world.pay.url + path)).text()
  const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(world.pay.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers })
  const state = (number: string) => world.control.order(number)?.state

  it('the cashier says that no money moves, how much it is and what for, and leads back', async () => {
    const { number, prepayId } = await prepaid()
    const text = await read(cashier(prepayId))
    for (const shown of ['这是演示用的收银台，不会真的扣钱', '¥ 180.00', '考务费&lt;b&gt;', '确认支付', '取消'])
      expect(text).toContain(shown)
    const paid = await (await send(cashier(prepayId), { deed: 'pay' })).text()
    expect(paid).toContain(`href="${back}"`)
    expect(state(number)).toBe('SUCCESS')
    await world.control.notificationsSettled()
    expect(world.endpoint.got).toHaveLength(1)
    expect(await read(cashier(prepayId))).toContain('订单已支付')
  })

  it.each([
    ['cancel', 'NOTPAY', back],
    ['not-paid', 'NOTPAY', back],
  ])('%s goes straight back, and nothing is paid', async (deed, expected, location) => {
    const { number, prepayId } = await prepaid()
    const answer = await send(cashier(prepayId), { deed })
    expect([answer.status, answer.headers.get('location'), state(number)]).toEqual([303, location, expected])
  })

  it('paid without a callback, and paid without a way back', async () => {
    const [silent, stayed] = [await prepaid(), await prepaid()]
    const text = await (await send(cashier(silent.prepayId), { deed: 'pay-silently' })).text()
    expect(text).toContain('返回报名页面')
    await world.control.notificationsSettled()
    expect([state(silent.number), world.endpoint.got.length]).toEqual(['SUCCESS', 0])
    expect(await (await send(cashier(stayed.prepayId), { deed: 'pay-and-stay' })).text()).not.toContain('返回报名页面')
    await world.control.notificationsSettled()
    expect([state(stayed.number), world.endpoint.got.length]).toEqual(['SUCCESS', 1])
  })

  it.each(['https://example.com/', 'javascript:alert(1)', '', '//evil.example'])(
    'leads back to %j never',
    async (to) => {
      const { number, prepayId } = await prepaid()
      const answer = await send(cashier(prepayId, to), { deed: 'pay' })
      expect([answer.status, state(number)]).toEqual([400, 'NOTPAY'])
      const text = await answer.text()
      expect(text).not.toContain('返回报名页面')
      expect(text).toContain('返回的地址不对')
    },
  )

  it('says why an order cannot be paid, and that nothing was', async () => {
    const { number, prepayId } = await prepaid()
    await world.close(number)
    expect(await read(cashier(prepayId))).toContain('订单已关闭')
    expect(await read(cashier('wx-nothing'))).toContain('没有这个订单')
    expect(await (await send(cashier(prepayId), { deed: 'pay' })).text()).toContain('没有扣钱')
  })

  it('the list shows who really paid, pays, calls back and settles refunds', async () => {
    const number = await world.ordered()
    expect(await read('/')).toContain('替付款人支付')
    const follow = async (answer: Response) => read(answer.headers.get('location') ?? '')
    expect(await follow(await send(`/orders/${number}`, { deed: 'pay' }))).toContain('已支付')
    expect(await follow(await send(`/orders/${number}`, { deed: 'pay' }))).toContain('订单已支付')
    expect(await follow(await send(`/orders/${number}`, { deed: 'notify' }))).toContain('收下了（204）')
    world.endpoint.statuses.push(500)
    expect(await follow(await send(`/orders/${number}`, { deed: 'notify' }))).toContain('没有收下（500）')
    await world.refund(number)
    expect(await read('/')).toContain('退款处理中')
    expect(await follow(await send(`/refunds/R${number}`, { deed: 'ABNORMAL' }))).toContain('收款卡不能用')
    expect(await follow(await send(`/refunds/R${number}`, { deed: 'SUCCESS' }))).toContain('已退到付款人')
    await follow(await send('/callbacks', { callbacks: 'never' }))
    expect(await read('/')).toContain('不发（演示收不到通知）')
  })

  it('takes no form of another site, runs no script', async () => {
    const { number, prepayId } = await prepaid()
    const answer = await send(cashier(prepayId), { deed: 'pay' }, { origin: 'http://evil.example' })
    expect([answer.status, state(number)]).toEqual([403, 'NOTPAY'])
    const policy = (await fetch(world.pay.url)).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
  })
})
