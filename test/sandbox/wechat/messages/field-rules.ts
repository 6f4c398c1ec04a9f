const han = String.raw`\p{Script=Han}`
const day = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2})`
const minute = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
const range = (point: string): RegExp => new RegExp(`^(${point})(~(${point}))?$`)

/** 参数值内容限制说明: what a value of each type looks like, and how many characters it may have. */
const rules: Record<string, (value: string, length: number) => boolean> = {
  thing: (_, length) => length <= 20,
  number: (value, length) => length <= 32 && /^-?\d+(\.\d+)?$/.test(value),
  letter: (value, length) => length <= 32 && /^[A-Za-z]+$/.test(value),
  symbol: (value, length) => length <= 5 && /^[\p{P}\p{S}]+$/u.test(value),
  character_string: (value, length) => length <= 32 && /^[\x21-\x7e]+$/.test(value),
  time: (value) => range(`(${day} )?${minute}`).test(value),
  date: (value) => range(`${day}( ${minute})?`).test(value),
  amount: (value) => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value, length) => length <= 17 && /^[\d+()#* -]+$/.test(value),
  car_number: (value, length) => length <= 8 && new RegExp(`^[${han}A-Za-z\\d]+$`, 'u').test(value),
  name: (value, length) => length <= (new RegExp(han, 'u').test(value) ? 10 : 20) && !/\d/.test(value),
  phrase: (value, length) => length <= 5 && new RegExp(`^${han}+$`, 'u').test(value),
}

/** Whether WeChat takes this value in the field of that key. */
export function takesValue(key: string, value: unknown): boolean {
  if (typeof value !== 'string' || value.trim() === '' || /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value)) return false
  const rule = rules[key.replace(/\d+$/, '')]
  return rule !== undefined && rule(value, [...value].length)
}
