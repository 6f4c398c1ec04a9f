import { paid, paymentStatus } from '../../../../../test/payment'
import { popup, templatesLoaded } from '@/shared/device/subscribe.fixture'
import { button, cashier, clear, kill, ok, open, route, sees } from './pay.fixture'

jest.mock('@/shared/device/pay', () => jest.requireActual('@/shared/device/pay.weapp'))
jest.mock('@/shared/device/subscribe', () => jest.requireActual('@/shared/device/subscribe.weapp'))

afterEach(clear)

const toPay = async () => {
  await templatesLoaded()
  const wechat = popup()
  const at = cashier()
  const server = await open(paymentStatus(), { [route.check]: ok(paid) })
  const tap = async () => {
    const element = button('去缴费 ¥80.00')
    if (!element) throw new Error('nothing to tap')
    await wechat.tap(element)
  }
  return { wechat, at, server, tap }
}

test('[danger 53] WeChat is asked at the tap on 去缴费, before there is an order or a cashier, and not again after the payment', async () => {
  const { wechat, at, server, tap } = await toPay()
  await tap()
  expect(wechat.asked).toEqual([['tmpl-progress', 'tmpl-exam', 'tmpl-todo']])
  expect([server.times(route.start), at.times()]).toEqual([0, 0])
  await wechat.answer('accept')
  expect([server.times(route.start), at.times()]).toEqual([1, 1])
  await at.ok()
  sees('已缴费')
  expect(wechat.calls()).toBe(1)
})

test('[danger 53] refused or failed, the cashier opens all the same', async () => {
  const { wechat, at, tap } = await toPay()
  await tap()
  await wechat.fail(10003)
  expect(at.times()).toBe(1)
})

test('left while the popup is open: no order is made and no cashier opens over another page', async () => {
  const { wechat, at, server, tap } = await toPay()
  await tap()
  kill()
  await wechat.answer('accept')
  expect([server.times(route.start), at.times()]).toEqual([0, 0])
})
