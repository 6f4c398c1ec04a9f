import { screen } from '@testing-library/react'
import { paymentStatus } from '../../../../../test/payment'
import { button, cashier, clear, ok, open, route, sees, tap } from './pay.fixture'

jest.mock('@/shared/device/pay', () => jest.requireActual('@/shared/device/pay.weapp'))

afterEach(clear)

const payable = paymentStatus()

test.each([
  ['payment-unavailable', /始终是同一笔，不会重复扣钱/],
  ['payment-refused', /申报和缴费期限都不变/],
])('%s: in words, and the button is free again', async (code, words) => {
  await open(payable, { [route.start]: { status: 503, body: { code, facts: {}, requestId: 'r1' } } })
  await tap('去缴费 ¥80.00')
  sees(words)
  expect(button('去缴费 ¥80.00')).toHaveAttribute('aria-disabled', 'false')
  expect(button(/联系审查单位/) !== null).toBe(code === 'payment-refused')
})

test('no network at the tap: nothing was begun, nothing was taken', async () => {
  const wechat = cashier()
  await open(payable, {
    [route.start]: () => {
      throw { errMsg: 'request:fail' }
    },
  })
  await tap('去缴费 ¥80.00')
  sees(/付款还没有开始，没有扣钱/)
  expect(wechat.times()).toBe(0)
})

test.each([
  ['overdue' as const, '缴费期限已经过了'],
  ['paid' as const, '已缴费'],
  ['held' as const, '钱已收到，正在核对'],
])('what has become %s meanwhile, on another phone or by the clock, is shown, freshly loaded', async (state, words) => {
  const wechat = cashier()
  await open(payable, {
    [route.status]: (_asked, before) => ok(before === 0 ? payable : paymentStatus({ state })),
    [route.start]: { status: 409, body: { code: 'payment-not-possible', facts: { state }, requestId: 'r' } },
  })
  await tap('去缴费 ¥80.00')
  sees(words)
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  expect(wechat.times()).toBe(0)
})

test('where it cannot be paid although it seems so, it says so and whom to ask', async () => {
  await open(payable, {
    [route.start]: { status: 409, body: { code: 'payment-not-possible', facts: {}, requestId: 'r' } },
  })
  await tap('去缴费 ¥80.00')
  sees(/现在不能在网上缴这笔费用，您的申报还在/)
  expect(button(/联系审查单位/)).not.toBeNull()
})
