import { mailAddress, maskAddress } from './mail-address'

test.each([
  ['zhang@example.com', 'zhang@example.com'],
  [' Zhang.San+bm@EXAMPLE.Com \n', 'Zhang.San+bm@example.com'],
  ['ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'zhang@example.com'],
  ['12000001001@example。com', '12000001001@example.com'],
  ['\u200bzhang@\u2060example.com\ufeff', 'zhang@example.com'],
  ['zhang @ example.com', 'zhang@example.com'],
])('%j is meant as %s', (typed, address) => {
  expect(mailAddress(typed)).toBe(address)
})

test.each([
  ...['', '@', 'zhang', 'zhang@', '@example.com', 'zhang@example', 'zhang@@example.com', 'zhang@example..com'],
  ...['a@example.com,b@example.com', 'a@example.com;b@example.com', 'a@example.com b@example.com'],
  ...[
    '张三@example.com',
    '"a b"@example.com',
    'Zhang <a@example.com>',
    'a@[127.0.0.1]',
    'a@example.com>\r\nRCPT TO:<b',
  ],
  ...[`${'a'.repeat(65)}@example.com`, `a@${'b'.repeat(320)}.com`, '👷@example.com', 'a\u0000@example.com'],
])('%j is no address that mail goes to', (typed) => {
  expect(mailAddress(typed)).toBeUndefined()
})

test('a masked address shows its first sign and its domain', () => {
  expect(['zhang@example.com', 'z@example.com'].map(maskAddress)).toEqual(['z***@example.com', 'z***@example.com'])
})
