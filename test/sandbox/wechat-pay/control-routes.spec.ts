import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { payWorld, type PayWorld } from './pay-world.fixture'

describe('WeChat Pay beside a test of another process', () => {
  let folder: string
  let world: PayWorld
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wechat-pay-'))
    world = await payWorld(join(folder, 'wechat-pay.sqlite'))
  })
  afterEach(async () => {
    await world.shut()
    rmSync(folder, { recursive: true })
  })

  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${world.pay.url}/sandbox${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: await answer.json() }
  }

  it('pays, shows its books, calls back and settles refunds', async () => {
    const number = await world.ordered()
    expect((await call('POST', '/pay', { number, changes: { cents: 17_999 } })).body).toMatchObject({
      outTradeNo: number,
      state: 'SUCCESS',
      payment: { cents: 17_999 },
    })
    expect(await call('POST', '/pay', { number })).toEqual({
      status: 409,
      body: { code: 'not-possible', message: '订单已支付' },
    })
    expect((await call('POST', '/pay', {})).status).toBe(400)
    expect((await call('POST', `/orders/${number}/notify`)).body).toEqual({ status: 204 })
    await world.refund(number, { amount: { refund: 17_999, total: 17_999, currency: 'CNY' } })
    expect((await call('POST', `/refunds/R${number}/settlement`, { state: 'SUCCESS' })).status).toBe(200)
    expect((await call('POST', `/refunds/R${number}/settlement`, { state: 'SUCCESS' })).status).toBe(409)
    expect((await call('POST', `/refunds/R${number}/notify`)).body).toEqual({ status: 204 })
    expect((await call('GET', `/orders/${number}`)).body.refunds[0].state).toBe('SUCCESS')
    expect((await call('GET', '/orders')).body).toHaveLength(1)
    expect((await call('GET', '/orders/JZ20230320000001')).status).toBe(404)
    expect((await call('GET', '/counts')).body).toMatchObject({ prepay: 1, refund: 1 })
    expect((await call('DELETE', '/counts')).body).toEqual({})
  })

  it('finds its orders and the callbacks that it owes again after a new start', async () => {
    world.endpoint.statuses.push(500)
    const number = await world.paid()
    const before = world.control.orders()
    const owed = world.endpoint
    await world.pay.close()
    const again = await payWorld(join(folder, 'wechat-pay.sqlite'))
    again.clock.advance(15_000)
    await again.control.work()
    expect(owed.got).toHaveLength(2)
    expect(again.control.orders()).toEqual(before)
    expect(before[0]?.outTradeNo).toBe(number)
    await again.shut()
  })
})
