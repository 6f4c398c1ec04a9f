import type { Sex } from '../facts/facts'
import { formatDay, parseDay } from './local-date'

/** Citizen identity number, GB 11643-1999: 17 digits and a checksum (ISO 7064 MOD 11-2); digits 7-14 are the date of birth. */
export type IdNumberProblem = 'length' | 'characters' | 'date' | 'checksum'

const CHECK_CHARACTERS = '10X98765432'

/** The weight of a digit is 2 to the power of its place from the right, modulo 11. */
function checkCharacter(digits: string): string {
  const sum = [...digits].reduce((total, digit, i) => (total + Number(digit) * (2 ** (17 - i) % 11)) % 11, 0)
  return CHECK_CHARACTERS.charAt(sum)
}

const dateDigits = (id: string) => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`

/** Spaces off, a final x in upper case; it may still be wrong. */
export const normaliseIdNumber = (text: string): string => text.replace(/\s/g, '').toUpperCase()

/** What is wrong with it, if anything. Expects the normalised form. */
export function idNumberProblem(id: string): IdNumberProblem | undefined {
  if (id.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(id)) return 'characters'
  if (parseDay(dateDigits(id)) === undefined) return 'date'
  return checkCharacter(id.slice(0, 17)) === id.charAt(17) ? undefined : 'checksum'
}

/** `YYYY-MM-DD` as the number has it; undefined for a number with a problem. */
export function birthDateOfIdNumber(id: string): string | undefined {
  if (idNumberProblem(id) !== undefined) return undefined
  const day = parseDay(dateDigits(id))
  return day === undefined ? undefined : formatDay(day)
}

/** The 17th digit is odd for men. */
export function sexOfIdNumber(id: string): Sex | undefined {
  if (idNumberProblem(id) !== undefined) return undefined
  return Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female'
}
