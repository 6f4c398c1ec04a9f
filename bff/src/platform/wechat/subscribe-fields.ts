import { beijingDay, beijingTime } from '../time/clock'

interface FieldType {
  /** Code points at most. */
  longest: number
  /** What a whole value of this type looks like. */
  whole: RegExp
  /** A longer one may be cut; a number or a time may not, since half of it would be another one. */
  cut?: (words: string, longest: number) => string
  /** Stands for an empty value, and for one that the type cannot hold. Absent: there is none that would not mislead. */
  placeholder?: string
}

const day = String.raw`\d{4}年\d{1,2}月\d{1,2}日`
const clock = String.raw`([01]?\d|2[0-3]):[0-5]\d`
const span = (point: string): RegExp => new RegExp(`^${point}(~${point})?$`)

const withEllipsis = (words: string, longest: number): string => `${shortened(words, longest - 1)}…`
const shortened = (words: string, longest: number): string => [...words].slice(0, longest).join('').trimEnd()

/**
 * Types of the fields of a template, in the limits that WeChat checks (subscribeMessage.send, 订阅消息参数值内容限制说明:
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html).
 */
const types = {
  thing: { longest: 20, whole: /^.+$/u, cut: withEllipsis, placeholder: '请打开小程序查看' },
  name: { longest: 10, whole: /^[\p{Script=Han}A-Za-z·. -]+$/u, cut: shortened, placeholder: '见小程序' },
  phrase: { longest: 5, whole: /^\p{Script=Han}+$/u, placeholder: '请查看' },
  character_string: { longest: 32, whole: /^[\x21-\x7e]+$/, placeholder: '-' },
  symbol: { longest: 5, whole: /^[\p{P}\p{S}]+$/u, placeholder: '-' },
  letter: { longest: 32, whole: /^[A-Za-z]+$/ },
  number: { longest: 32, whole: /^-?\d+(\.\d+)?$/ },
  amount: { longest: 15, whole: /^[¥￥$€£]?\d{1,10}(\.\d{1,2})?元?$/ },
  phone_number: { longest: 17, whole: /^[\d+()#* -]+$/ },
  car_number: { longest: 8, whole: /^[\p{Script=Han}A-Za-z\d][A-Za-z\d]+[\p{Script=Han}A-Za-z\d]$/u },
  time: { longest: 40, whole: span(`(${day} )?${clock}`) },
  date: { longest: 40, whole: span(`${day}( ${clock})?`) },
} satisfies Record<string, FieldType>

type FieldTypeName = keyof typeof types

const isTypeName = (name: string): name is FieldTypeName => Object.hasOwn(types, name)

/** `thing1` → `thing`; undefined for what is no key of a template, or of a type with values of WeChat's own (`enum`, `const`). */
export function fieldTypeOf(key: string): FieldTypeName | undefined {
  const [, name = ''] = /^([a-z_]+)\d{1,3}$/.exec(key) ?? []
  return isTypeName(name) ? name : undefined
}

/**
 * The value that WeChat takes in this field for our words, the most important of which come first. Times are given as instants. Undefined: these words cannot be said in
 * this field, and no placeholder would be honest; then the message goes by another way.
 */
export function fieldValue(key: string, words: string): string | undefined {
  const name = fieldTypeOf(key)
  if (name === undefined) return undefined
  const type: FieldType = types[name]
  const clean = cleaned(saidInBeijing(words))
  const longest = name === 'name' && !/\p{Script=Han}/u.test(clean) ? 20 : type.longest
  const fitting = [...clean].length > longest ? type.cut?.(clean, longest) : clean
  return fitting !== undefined && type.whole.test(fitting) ? fitting : type.placeholder
}

/** Control and format characters (newlines, zero-width and bidi signs), lone surrogates and emoji go; what is left stands on one line. */
function cleaned(words: string): string {
  return words
    .replace(/\u{FEFF}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{C}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u{20E3}\u{FE00}-\u{FE0F}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** An instant (`…Z` or with its zone) or a day as people write it in Beijing; other words stay as they are. */
function saidInBeijing(words: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) return inChinese(words)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(words)) return words
  const instant = new Date(words)
  if (Number.isNaN(instant.getTime())) return ''
  return `${inChinese(beijingDay(instant))} ${beijingTime(instant).slice(0, 5)}`
}

function inChinese(calendarDay: string): string {
  const [year, month, date] = calendarDay.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
