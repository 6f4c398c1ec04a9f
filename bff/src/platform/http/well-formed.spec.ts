import { wellFormed } from './well-formed'

describe('the texts of a parsed body', () => {
  it.each([
    ['a\ud800', 'a\ufffd'],
    ['\udc00a', '\ufffda'],
    ['\ud83d\ud83d\ude00\ude00', '\ufffd😀\ufffd'],
    ['示例😀', '示例😀'],
  ])('lose half a character and nothing else (%j)', (text, expected) => expect(wellFormed(text)).toBe(expected))

  it('are mended at every depth, names of fields too', () => {
    const value = { list: [{ 'k\ud800': 'v\udc00' }], number: 1, nothing: null }
    expect(wellFormed(value)).toEqual({ list: [{ 'k\ufffd': 'v\ufffd' }], number: 1, nothing: null })
  })

  it('are left alone where the body is bytes', () => {
    const bytes = Buffer.from([0xed, 0xa0, 0x80])
    expect(wellFormed(bytes)).toBe(bytes)
  })
})
