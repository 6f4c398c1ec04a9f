import { daysLeft, leftText, momentText, untilText } from './times'

test.each([
  ['2023-03-27T16:00:00Z', '3月27日（周一）24:00'],
  ['2023-03-27T15:59:00Z', '3月27日（周一）23:59'],
  ['2023-12-31T16:00:00Z', '12月31日（周日）24:00'],
  ['2023-03-28T01:30:00Z', '3月28日（周二）09:30'],
])('the end %s is said as %s', (until, text) => {
  expect(untilText(until)).toBe(text)
  expect(untilText(new Date(until))).toBe(text)
})

test('a moment is said with date, weekday and hour of Beijing', () => {
  expect(momentText('2023-03-22T16:20:00Z')).toBe('3月23日（周四）00:20')
})

test.each([
  ['2023-03-25T16:00:00Z', 1, '还剩 1 天'],
  ['2023-03-25T15:59:59Z', 2, '还剩 2 天'],
  ['2023-03-26T16:00:00Z', 0, '今天是最后一天'],
  ['2023-03-27T15:59:59Z', 0, '今天是最后一天'],
  ['2023-03-27T16:00:00Z', -1, '期限已经过了'],
])('at %s there are %d days left until 24:00 of 27 March', (now, days, text) => {
  const until = '2023-03-27T16:00:00Z'
  expect([daysLeft(until, new Date(now)), leftText(until, new Date(now))]).toEqual([days, text])
})
