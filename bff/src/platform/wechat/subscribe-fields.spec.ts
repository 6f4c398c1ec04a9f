import fc from 'fast-check'
import { fieldTypeOf, fieldValue } from './subscribe-fields'

const unit = '河南省焦作市山阳区人力资源和社会保障局下属事业单位服务中心'
const signs = (text: string | undefined): number => [...(text ?? '')].length

describe('the value of a field of a subscribe message', () => {
  test('[danger 46] a long one is cut to 20 characters, its beginning kept and the cut shown', () => {
    expect(fieldValue('thing1', unit)).toBe('河南省焦作市山阳区人力资源和社会保障局…')
    expect(signs(fieldValue('thing1', unit))).toBeLessThanOrEqual(20)
    expect(fieldValue('thing1', '一'.repeat(20))).toBe('一'.repeat(20))
    expect(fieldValue('name2', unit)).toBe('河南省焦作市山阳区人')
  })

  test('[danger 46] characters outside the basic plane count as one and are not cut in halves', () => {
    expect(fieldValue('thing1', '𠮷'.repeat(20))).toBe('𠮷'.repeat(20))
    expect(fieldValue('thing1', '𠮷'.repeat(21))).toBe(`${'𠮷'.repeat(19)}…`)
  })

  test.each([
    ['newlines and tabs become one space', '三级\r\n申报\t被退回', '三级 申报 被退回'],
    ['zero-width and direction signs go', '申\u200b报\u202e被\ufeff退\u00ad回', '申报被退回'],
    ['control characters go', '申报\u0000被\u0007退回', '申报被退回'],
    ['emoji go, whole families too', '申报👨‍👩‍👧‍👦通过👍🏽🇨🇳1️⃣', '申报通过1'],
    ['half a character goes', '申报\ud83d通过', '申报通过'],
    ['spaces at the ends go', '  申报  通过 ', '申报 通过'],
  ])('%s', (_, words, value) => expect(fieldValue('thing1', words)).toBe(value))

  test.each([
    ['thing1', '请打开小程序查看'],
    ['name1', '见小程序'],
    ['phrase1', '请查看'],
    ['character_string1', '-'],
    ['symbol1', '-'],
  ])('[danger 50] an empty %s has a placeholder', (key, value) => {
    for (const empty of ['', ' ', '\n', '\u200b', '👍']) expect(fieldValue(key, empty)).toBe(value)
  })

  test.each(['number6', 'amount1', 'time3', 'date3', 'letter1', 'phone_number1', 'car_number1'])(
    '[danger 50] an empty %s has none that would be true: the message goes by another way',
    (key) => expect(fieldValue(key, '')).toBeUndefined(),
  )

  test.each([
    ['character_string1', '报名-001', '-'],
    ['character_string1', 'BM-2023-001', 'BM-2023-001'],
    ['character_string1', '1'.repeat(33), '-'],
    ['phrase2', '已退回', '已退回'],
    ['phrase2', '三级申报被退回', '请查看'],
    ['phrase2', 'ok', '请查看'],
    ['name1', '示例·李师傅', '示例·李师傅'],
    ['name1', 'Abcdefghij Klmnopqrs', 'Abcdefghij Klmnopqrs'],
    ['name1', '李师傅3', '见小程序'],
    ['number1', '45', '45'],
    ['number1', '45.5', '45.5'],
    ['number1', '45分', undefined],
    ['number1', '1'.repeat(33), undefined],
    ['amount1', '¥120.00', '¥120.00'],
    ['amount1', '120元', '120元'],
    ['amount1', '12345678901', undefined],
    ['amount1', '约120', undefined],
    ['letter1', 'ABC', 'ABC'],
    ['letter1', 'A1', undefined],
    ['symbol1', '…', '…'],
    ['phone_number1', '+86-391-0000000', '+86-391-0000000'],
    ['phone_number1', '1'.repeat(18), undefined],
    ['car_number1', '豫A12345', '豫A12345'],
    ['car_number1', '豫A123456789', undefined],
  ])('[danger 48] %s takes %j as %j', (key, words, value) => expect(fieldValue(key, words)).toBe(value))

  test.each([
    ['time3', '2023-04-07T15:59:59.999Z', '2023年4月7日 23:59'],
    ['time3', '2023-04-07T09:05:00+08:00', '2023年4月7日 09:05'],
    ['date3', '2023-12-31T16:00:00Z', '2024年1月1日 00:00'],
    ['date3', '2023-04-07', '2023年4月7日'],
    ['thing3', '2023-04-07T09:05:00+08:00', '2023年4月7日 09:05'],
    ['time3', '15:01', '15:01'],
    ['time3', '2019年10月1日 15:01~2019年10月1日 17:00', '2019年10月1日 15:01~2019年10月1日 17:00'],
    ['time3', '2019年10月1日', undefined],
    ['time3', '25:01', undefined],
    ['date3', '2023-04-07 09:05:49.0', undefined],
    ['date3', '2023-13-07T09:05:00Z', undefined],
    ['time3', '五个工作日内', undefined],
  ])('[danger 48] %s says the instant %j as %j, as it is in Beijing', (key, words, value) => {
    expect(fieldValue(key, words)).toBe(value)
  })

  test('the letters of a key are its type; what has values of its own at WeChat is none of ours', () => {
    expect(['thing1', 'character_string12', 'time3'].map(fieldTypeOf)).toEqual(['thing', 'character_string', 'time'])
    for (const key of ['const1', 'enum2', 'thing', '1', 'Thing1', 'thing1 ', 'toString1', '__proto__1', ''])
      expect([key, fieldTypeOf(key), fieldValue(key, '好')]).toEqual([key, undefined, undefined])
  })

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom('申', '报', ' ', '\n', '\u200d', '👍', '🏽', '\ud83d', 'a', '7', '-', '年', ':'),
      maxLength: 40,
    }),
  )
  const rules: Record<string, [number, RegExp]> = {
    thing: [20, /^[^\p{C}\n\r\u2028\u2029]+$/u],
    name: [20, /^[^\p{C}\n\d]+$/u],
    phrase: [5, /^\p{Script=Han}+$/u],
    character_string: [32, /^[\x21-\x7e]+$/],
    number: [32, /^-?\d+(\.\d+)?$/],
    letter: [32, /^[A-Za-z]+$/],
    symbol: [5, /^[\p{P}\p{S}]+$/u],
    amount: [15, /\d/],
    phone_number: [17, /^[\d+()#* -]+$/],
    car_number: [8, /./],
    time: [40, /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}(~.+)?$/],
    date: [40, /^\d{4}年\d{1,2}月\d{1,2}日/],
  }

  test.each(Object.entries(rules))(
    '[danger 48] whatever is said, a %s is a value that WeChat takes, or none',
    (type, [longest, form]) => {
      fc.assert(
        fc.property(anyText, (words) => {
          const value = fieldValue(`${type}1`, words)
          if (value === undefined) return
          expect(signs(value)).toBeGreaterThan(0)
          expect(signs(value)).toBeLessThanOrEqual(longest)
          expect(value).toMatch(form)
          expect(value).not.toMatch(/[\p{C}\p{Extended_Pictographic}]/u)
          expect(value).toBe(value.trim())
        }),
        { numRuns: 500 },
      )
    },
  )
})
