/** As people type it on a Chinese keyboard: full-width signs, spaces at the ends. */
export const tidyEmail = (typed: string) =>
  typed
    .trim()
    .replace(/＠/g, '@')
    .replace(/[。．]/g, '.')

/** What is wrong with an address, as far as its shape tells. */
export const emailProblem = (address: string): string | undefined => {
  if (address === '') return '请填邮箱地址。'
  if (/[\s\u4e00-\u9fff]/.test(address)) return '邮箱地址里没有汉字和空格，请再看一遍。'
  if (!address.includes('@')) return '邮箱地址里要有 @，比如 123456@qq.com。'
  return /^[^@]+@[^@]+\.[^@.]+$/.test(address) ? undefined : '邮箱地址没有填完整，比如 123456@qq.com。'
}
