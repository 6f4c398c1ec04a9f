import { isTooDeep } from './depth'

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

test.each([
  ['an application', { form: { workExperience: [{ from: '2005-09' }] } }, false],
  ['bytes', Buffer.alloc(10), false],
  ['nothing', undefined, false],
  ['32 levels', nested(33), false],
  ['33 levels', { code: nested(33) }, true],
  ['fifty thousand levels', nested(50_000), true],
])('%s: too deep %s', (_, body, expected) => {
  expect(isTooDeep(body)).toBe(expected)
})
