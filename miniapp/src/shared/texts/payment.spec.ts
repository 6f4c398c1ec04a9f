import { failed } from '../api/failure'
import { paymentText } from './errors'
import { yuanText } from './money'
import { payByText } from './payment'

test.each([
  [8000, '¥80.00'],
  [1, '¥0.01'],
  [110, '¥1.10'],
  [0, '¥0.00'],
  [1_234_567, '¥12345.67'],
])('%d cents are %s', (cents, words) => expect(yuanText(cents)).toBe(words))

const due = { deadline: '2023-04-05', payUntil: '2023-04-05T16:00:00.000Z' }

test('until when, with weekday and hour, and what is left by the server’s day', () => {
  expect(payByText(due)).toBe('请在 4月5日（周三）24:00 前缴费。')
  expect(payByText(due, '2023-04-02')).toBe('请在 4月5日（周三）24:00 前缴费，还剩 3 天。')
  expect(payByText(due, '2023-04-05')).toBe('请在 4月5日（周三）24:00 前缴费，今天是最后一天。')
  expect(payByText({ deadline: '2023-04-05' })).toBe('请在 4月5日（周三）24:00 前缴费。')
  expect(payByText({})).toBeUndefined()
})

test('without an answer it says what is known: nothing begun, or not known yet', () => {
  const { failure } = failed('timeout')
  expect(paymentText(failure, 'start')).toMatch(/没有扣钱.*不会重复扣钱/)
  expect(paymentText(failure, 'check')).toMatch(/还不知道付成了没有.*先不要再付/)
  expect(paymentText(failed('payment-refused').failure, 'start')).toMatch(/申报和缴费期限都不变.*打电话/)
})
