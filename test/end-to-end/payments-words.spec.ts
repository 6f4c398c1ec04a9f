import { databaseKinds } from '../../bff/src/app.fixture'
import { WechatPay } from '../../bff/src/platform/wechat-pay/wechat-pay'
import type { TradeState } from '../../bff/src/platform/wechat-pay/trade'
import { Cashier } from './payer.fixture'

describe.each(databaseKinds)('what WeChat says of an order, on %s', (kind) => {
  let cashier: Cashier
  beforeAll(async () => {
    cashier = await Cashier.open(kind)
  })
  afterAll(() => cashier.close())

  /** A query of an order that was paid, or not, answers another state. */
  async function told(state: TradeState, isPaid: boolean): Promise<string> {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    cashier.pay.switches.callbacks = 'never'
    if (isPaid) await cashier.paid(order.outTradeNo)
    const pay = cashier.app.app.get(WechatPay)
    const query = pay.query.bind(pay)
    jest.spyOn(pay, 'query').mockImplementationOnce(async (number) => {
      const answer = await query(number)
      return answer.kind === 'ok' ? { ...answer, value: { ...answer.value, state } } : answer
    })
    await cashier.check(id)
    jest.restoreAllMocks()
    const [channel] = await cashier.channels(id)
    return channel?.state ?? ''
  }

  test.each(['NOTPAY', 'USERPAYING', 'PAYERROR'] as const)('%s: it may still be paid', async (state) => {
    expect(await told(state, false)).toBe('open')
  })

  test.each(['CLOSED', 'REVOKED'] as const)('%s: it will not be paid', async (state) => {
    expect(await told(state, false)).toBe('closed')
  })

  test('REFUND: it was paid, and something was given back in the console, of which the bill tells', async () => {
    expect(await told('REFUND', true)).toBe('paid')
  })

  test('it says that it has no such order though it had it: that is no proof that nobody pays it', async () => {
    const id = await cashier.accepted()
    await cashier.started(id)
    cashier.world.clock.advance(90_000)
    cashier.pay.switches.faults = [{ kind: 'error', code: 'ORDER_NOT_EXIST', on: ['query'] }]
    await cashier.check(id)
    expect(cashier.pay.counts()['fault:error']).toBe(1)
    expect(await cashier.channels(id)).toMatchObject([{ state: 'open' }])
  })
})
