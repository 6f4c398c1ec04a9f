import type { FastifyRequest } from 'fastify'
import { idempotencyKeyOf } from './idempotent-call'
import { versionOf } from './if-match'
import { decodeCursor, encodeCursor, pageOf } from './paging'

const request = (headers: Record<string, string>) => ({ headers }) as unknown as FastifyRequest
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'none'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test.each([['"7"'], ['7'], ['W/"7"']])('If-Match %s is version 7', (header) => {
  expect(versionOf(request({ 'if-match': header }))).toBe(7)
})

test.each([
  [{}, 'if-match-missing'],
  [{ 'if-match': '' }, 'if-match-missing'],
  [{ 'if-match': '*' }, 'if-match-invalid'],
  [{ 'if-match': '"7", "8"' }, 'if-match-invalid'],
  [{ 'if-match': '"-1"' }, 'if-match-invalid'],
  [{ 'if-match': '"99999999999"' }, 'if-match-invalid'],
])('the headers %j are refused: %s', (headers, code) => {
  expect(codeOf(() => versionOf(request(headers)))).toBe(code)
})

test.each([
  [{}],
  [{ 'idempotency-key': 'short' }],
  [{ 'idempotency-key': 'x'.repeat(81) }],
  [{ 'idempotency-key': '有中文的键值' }],
])('the headers %j bear no usable Idempotency-Key', (headers) => {
  expect(codeOf(() => idempotencyKeyOf(request(headers as Record<string, string>)))).toBe('idempotency-key-missing')
})

test('a cursor comes back as it was made, Chinese included; others are refused', () => {
  expect(decodeCursor(encodeCursor('2023-03-20T01:00:00.000Z', '单位'), 2)).toEqual([
    '2023-03-20T01:00:00.000Z',
    '单位',
  ])
  for (const wrong of [
    '',
    'abc',
    encodeCursor('one'),
    Buffer.from('[1,2]').toString('base64url'),
    encodeCursor('1', '2', '3'),
  ]) {
    expect(codeOf(() => decodeCursor(wrong, 2))).toBe('cursor-invalid')
  }
})

test('a page knows whether there is another', () => {
  const page = (rows: number[]) => pageOf(rows, 2, String, (row) => [String(row)])
  expect(page([1, 2])).toEqual({ items: ['1', '2'] })
  expect(page([1, 2, 3])).toEqual({ items: ['1', '2'], next: encodeCursor('2') })
  expect(page([])).toEqual({ items: [] })
})
