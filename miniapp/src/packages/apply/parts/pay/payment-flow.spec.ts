import { act } from '@testing-library/react'
import { session } from '../../../../../test/draft'
import { answerWith } from '../../../../../test/mocks/server'
import Taro from '../../../../../test/mocks/taro'
import { paid, paymentStatus, payRequest } from '../../../../../test/payment'
import { keep, tokens } from '@/shared/session/tokens'
import { attempts } from './attempts'
import { PaymentFlow, shownState } from './payment-flow'

jest.mock('@/shared/device/pay', () => jest.requireActual('@/shared/device/pay.weapp'))

const path = '/applications/app-1/payment'
const payable = paymentStatus()
let flow: PaymentFlow

beforeEach(() => {
  jest.useFakeTimers()
  keep(session)
})
afterEach(() => {
  flow.left()
  jest.useRealTimers()
  attempts.forget('app-1')
  act(() => tokens.clear())
})

const opened = async (checks: (before: number) => typeof payable) => {
  const server = answerWith({
    [`GET ${path}`]: { status: 200, body: payable },
    [`POST ${path}`]: { status: 200, body: { status: payable, request: payRequest } },
    [`POST ${path}/check`]: (_asked, before) => ({ status: 200, body: checks(before) }),
  })
  flow = new PaymentFlow('app-1')
  flow.shown()
  await jest.advanceTimersByTimeAsync(0)
  return server
}
const silent = () => Object.assign(Taro, { requestPayment: jest.fn(() => new Promise(() => undefined)) })

test('a cashier that never says anything: once the app is in front again, the server is asked and the button is free', async () => {
  silent()
  const server = await opened(() => payable)
  void flow.pay()
  await jest.advanceTimersByTimeAsync(0)
  expect(flow.get().step).toBe('at-cashier')
  flow.shown()
  await jest.advanceTimersByTimeAsync(0)
  expect([flow.get().step, server.times(`POST ${path}/check`)]).toEqual(['idle', 1])
  expect(attempts.of('app-1')).toBe('unknown')
})

test('it was paid in that cashier: found by itself, within the round of questions', async () => {
  silent()
  await opened((before) => (before < 2 ? payable : paid))
  void flow.pay()
  await jest.advanceTimersByTimeAsync(0)
  flow.shown()
  await jest.advanceTimersByTimeAsync(5000)
  expect(shownState(flow.get())).toBe('paid')
  expect(attempts.of('app-1')).toBeUndefined()
})

test('the screen comes and goes while a question is on its way: WeChat is asked once', async () => {
  silent()
  const server = await opened(() => payable)
  void flow.pay()
  await jest.advanceTimersByTimeAsync(0)
  flow.shown()
  flow.shown()
  await jest.advanceTimersByTimeAsync(0)
  expect(server.times(`POST ${path}/check`)).toBe(1)
  await jest.advanceTimersByTimeAsync(60_000)
  expect(server.times(`POST ${path}/check`)).toBe(5)
})

test('once the page is gone nothing more is asked', async () => {
  Object.assign(Taro, { requestPayment: jest.fn().mockRejectedValue({ errMsg: 'requestPayment:fail cancel' }) })
  const server = await opened(() => payable)
  void flow.pay()
  await jest.advanceTimersByTimeAsync(0)
  flow.left()
  await jest.advanceTimersByTimeAsync(60_000)
  expect(server.times(`POST ${path}/check`)).toBe(1)
})
