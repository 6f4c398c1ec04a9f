import { randomInt } from 'node:crypto'

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * A number of ours at WeChat Pay: 28 of its at most 32 characters. 134 random bits: nobody guesses one, and no other environment of the same
 * merchant and no database that was restored makes the same again. Capitals and digits only, since some databases do not see case.
 */
export function newTradeNumber(): string {
  return `GK${Array.from({ length: 26 }, () => signs[randomInt(signs.length)]).join('')}`
}
