import { act } from '@testing-library/react'
import { paid, paymentStatus } from '../../../../../test/payment'
import { button, cashier, clear, kill, ok, open, route, sees, seesNot, started, tap } from './pay.fixture'

jest.mock('@/shared/device/pay', () => jest.requireActual('@/shared/device/pay.weapp'))

const payable = paymentStatus()
const confirming = paymentStatus({ state: 'confirming' })

beforeEach(() => jest.useFakeTimers({ advanceTimers: true }))
afterEach(() => {
  jest.useRealTimers()
  clear()
})
const after = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms))
const failure = (code: string, facts = {}) => ({ status: 503, body: { code, facts, requestId: 'r1' } })

test('paid: one tap, one order, one cashier, one question; then the receipt', async () => {
  const wechat = cashier()
  const server = await open(payable, { [route.check]: ok(paid) })
  await tap('去缴费 ¥80.00')
  await wechat.ok()
  sees('已缴费')
  sees('4200001234202304011234567890')
  await after(60_000)
  expect([server.times(route.start), wechat.times(), server.times(route.check)]).toEqual([1, 1, 1])
})

test('the order is asked for without amount, payer or application in its body: they are the server’s to know', async () => {
  cashier()
  const server = await open(payable)
  await tap('去缴费 ¥80.00')
  expect(server.asked.find(({ method, url }) => method === 'POST' && url.endsWith('/payment'))?.data).toEqual({})
})

test('[danger 15] `ok` on the phone while WeChat knows of no payment is 确认中, never 已缴费, and no second payment is offered', async () => {
  const wechat = cashier()
  const server = await open(payable, { [route.check]: ok(payable) })
  await tap('去缴费 ¥80.00')
  await wechat.ok()
  sees('确认中，请不要再付')
  seesNot('已缴费')
  expect(button(/去缴费/)).toBeNull()
  await after(2000)
  expect(server.times(route.check)).toBe(2)
  await after(18_000)
  expect(server.times(route.check)).toBe(5)
  await after(600_000)
  expect(server.times(route.check)).toBe(5)
  sees('确认中，请不要再付')
})

test('[danger 15] `fail cancel` on the phone while WeChat has the money ends in 已缴费', async () => {
  const wechat = cashier()
  await open(payable, { [route.check]: ok(paid) })
  await tap('去缴费 ¥80.00')
  await wechat.fail('cancel')
  sees('已缴费')
  expect(button(/去缴费/)).toBeNull()
})

test('[danger 15] money that WeChat shows only seconds after the cancel is found by itself', async () => {
  const wechat = cashier()
  const server = await open(payable, { [route.check]: (_asked, before) => ok(before < 2 ? payable : paid) })
  await tap('去缴费 ¥80.00')
  await wechat.fail('cancel')
  sees(/您没有付款，微信没有收到钱/)
  await after(5000)
  sees('已缴费')
  seesNot(/您没有付款/)
  await after(60_000)
  expect(server.times(route.check)).toBe(3)
})

test('after `ok` only the person’s own question opens the way to pay the same order after all', async () => {
  const wechat = cashier()
  const server = await open(payable, { [route.check]: ok(payable) })
  await tap('去缴费 ¥80.00')
  await wechat.ok()
  expect(button(/再去付/)).toBeNull()
  await tap('再查一次')
  sees('确认中，请不要再付')
  sees(/刚刚查过，微信支付还没有收到这笔钱/)
  await tap('微信里没有扣钱，再去付')
  expect([server.times(route.start), wechat.times()]).toEqual([2, 2])
})

test('[danger 18] even then the order is asked for once more before a cashier opens: paid by now, none does', async () => {
  const wechat = cashier()
  await open(payable, { [route.check]: (_asked, before) => ok(before < 2 ? payable : paid) })
  await tap('去缴费 ¥80.00')
  await wechat.ok()
  await tap('再查一次')
  await tap('微信里没有扣钱，再去付')
  sees('已缴费')
  expect(wechat.times()).toBe(1)
})

test('[danger 16] a cancel that reports only completion still frees the button', async () => {
  const wechat = cashier()
  await open(payable, { [route.check]: ok(payable) })
  await tap('去缴费 ¥80.00')
  expect(button('请在微信里付款…')).toHaveAttribute('aria-disabled', 'true')
  await wechat.fail('cancel')
  expect(button('去缴费 ¥80.00')).toHaveAttribute('aria-disabled', 'false')
})

test('[danger 17] while the cashier is open nothing is asked and nothing is concluded', async () => {
  const wechat = cashier()
  const server = await open(payable, { [route.check]: ok(paid) })
  await tap('去缴费 ¥80.00')
  await after(60_000)
  expect(server.times(route.check)).toBe(0)
  seesNot('已缴费')
  await wechat.ok()
  sees('已缴费')
})

test('[danger 18] after `fail` the open order is asked for first; paid all the same, a second tap is not even offered', async () => {
  const wechat = cashier()
  const server = await open(payable, { [route.check]: ok(paid) })
  await tap('去缴费 ¥80.00')
  await wechat.fail('(-1)')
  sees('已缴费')
  expect([server.times(route.start), server.times(route.check)]).toEqual([1, 1])
})

test('[danger 18] where the question after `fail` got no answer, the next tap asks it before anything else', async () => {
  const wechat = cashier()
  const server = await open(payable, {
    [route.check]: (_asked, before) => (before < 1 ? failure('payment-unavailable') : ok(paid)),
  })
  await tap('去缴费 ¥80.00')
  await wechat.fail('(-1)')
  sees(/微信支付暂时没有回音/)
  await tap('再查一次')
  sees('已缴费')
  expect([server.times(route.start), wechat.times()]).toEqual([1, 1])
})

test('[danger 18] paid in between on another phone: the tap asks the order, and no cashier opens', async () => {
  const wechat = cashier()
  const server = await open(payable, { [route.start]: { status: 200, body: { status: paid } } })
  await tap('去缴费 ¥80.00')
  sees('已缴费')
  expect([server.times(route.start), wechat.times()]).toEqual([1, 0])
})

test.each(['no permission', 'jsapi has no permission', 'banned'])(
  '[danger 30] `%s`: said with whom to call; order and deadline stay as they are',
  async (words) => {
    const wechat = cashier()
    await open(payable, { [route.check]: ok(payable) })
    await tap('去缴费 ¥80.00')
    await wechat.fail(words)
    sees(/微信现在不让这个小程序收款.*订单还在，缴费期限不变/)
    expect(button(/联系审查单位/)).not.toBeNull()
    sees('¥80.00')
    expect(document.body).toHaveTextContent('请在 4月5日（周三）24:00 前缴费，还剩 3 天。')
    expect(button('去缴费 ¥80.00')).not.toBeNull()
  },
)

test('a double tap makes one order', async () => {
  const wechat = cashier()
  const server = await open(payable)
  const twice = button('去缴费 ¥80.00')
  await act(async () => {
    twice?.click()
    twice?.click()
  })
  expect([server.times(route.start), wechat.times()]).toEqual([1, 1])
})

test('the app is killed in the cashier: opened again it asks WeChat before it shows anything', async () => {
  cashier()
  await open(payable)
  await tap('去缴费 ¥80.00')
  kill()
  const server = await open(payable, { [route.check]: ok(paid) })
  sees('已缴费')
  expect([server.times(route.status), server.times(route.check)]).toEqual([0, 1])
})

test('killed before anything was paid: it says that WeChat has no money, and the same order goes on', async () => {
  const wechat = cashier()
  await open(payable)
  await tap('去缴费 ¥80.00')
  kill()
  const server = await open(payable, { [route.check]: ok(payable) })
  sees(/上次没有付成，没有收到钱/)
  await tap('去缴费 ¥80.00')
  expect([server.times(route.start), wechat.times()]).toEqual([1, 2])
})

test('left while the order is made: no cashier opens over another page', async () => {
  const wechat = cashier()
  let answer: () => void = () => undefined
  await open(payable, {
    [route.start]: () => new Promise((resolve) => (answer = () => resolve(started(payable)))),
  })
  await tap('去缴费 ¥80.00')
  kill()
  await act(async () => answer())
  expect(wechat.times()).toBe(0)
})

test('an order that the server itself is still asking for: nothing else is offered, it asks by itself', async () => {
  const server = await open(confirming, { [route.check]: (_asked, before) => ok(before < 3 ? confirming : paid) })
  sees('确认中，请不要再付')
  expect(button(/去缴费/)).toBeNull()
  await after(10_000)
  sees('已缴费')
  expect(server.times(route.check)).toBe(4)
})

test('killed in the cashier, and now WeChat cannot be asked: what the server knows is shown, and nothing is offered to pay', async () => {
  cashier()
  await open(payable)
  await tap('去缴费 ¥80.00')
  kill()
  const server = await open(payable, {
    [route.check]: (_asked, before) => (before < 5 ? failure('payment-unavailable') : ok(payable)),
  })
  sees('确认中，请不要再付')
  sees(/微信支付暂时没有回音/)
  expect(button(/去缴费/)).toBeNull()
  await after(20_000)
  expect(server.times(route.check)).toBe(5)
  await tap('再查一次')
  sees(/上次没有付成，没有收到钱/)
  expect(button('去缴费 ¥80.00')).not.toBeNull()
})

test('what the server knows without asking WeChat ends no question: opened once more, it is asked again', async () => {
  cashier()
  await open(payable)
  await tap('去缴费 ¥80.00')
  kill()
  await open(payable, { [route.check]: failure('payment-unavailable') })
  kill()
  const server = await open(payable, { [route.check]: ok(paid) })
  sees('已缴费')
  expect([server.times(route.status), server.times(route.check)]).toEqual([0, 1])
})
