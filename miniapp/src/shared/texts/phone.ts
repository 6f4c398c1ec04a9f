/** Spaces and dashes are how people write a number. */
export const withoutGaps = (typed: string) => typed.replace(/[\s-]/g, '')

/** What is wrong with a mainland mobile number, if anything. */
export const phoneProblem = (phone: string): string | undefined => {
  if (phone === '') return '请填手机号。'
  if (!/^\d+$/.test(phone)) return '手机号只有数字，请再看一遍。'
  if (phone.length !== 11) return `手机号是 11 位，现在是 ${phone.length} 位。`
  return phone.startsWith('1') ? undefined : '手机号是 1 开头的，请再看一遍。'
}
