import { momentText, untilText } from './instants'

test('an instant is said in Beijing time, whatever the zone of the phone', () => {
  expect(momentText('2023-03-23T07:20:41.000Z')).toBe('3月23日（周四）15:20')
  expect(momentText('2023-03-31T16:05:00Z')).toBe('4月1日（周六）00:05')
})

test('a limit that ends at midnight is said as 24:00 of the day before', () => {
  expect(untilText('2023-03-28T16:00:00.000Z')).toBe('3月28日（周二）24:00')
  expect(untilText('2023-02-28T16:00:00.000Z')).toBe('2月28日（周二）24:00')
  expect(untilText('2023-03-28T09:30:00.000Z')).toBe('3月28日（周二）17:30')
})

test('what is no instant stays as it is', () => {
  expect(momentText('soon')).toBe('soon')
  expect(untilText('2023-13-01T00:00:00Z')).toBe('2023-13-01T00:00:00Z')
})
