import { isEmail } from 'class-validator'

/** What a Chinese keyboard leaves where a full stop was meant; NFKC takes the rest. */
const strayStop = /[。｡]/g
const invisible = /[\s\u200b-\u200f\u2060\ufeff]/g

/**
 * An e-mail address as mail goes to it: full-width signs become plain, spaces around and within vanish, the domain is in small letters. Undefined for
 * what is none, and for kinds that few mail servers take (quoted names, names outside ASCII).
 */
export function mailAddress(text: string): string | undefined {
  if (text.length > 320) return undefined
  const plain = text.replace(strayStop, '.').normalize('NFKC').replace(invisible, '')
  const at = plain.lastIndexOf('@')
  const address = plain.slice(0, at) + plain.slice(at).toLowerCase()
  return !address.includes('"') && isEmail(address, { allow_utf8_local_part: false }) ? address : undefined
}

/** `z***@example.com`: enough to know one's own again. */
export function maskAddress(address: string): string {
  return `${address.slice(0, 1)}***${address.slice(address.lastIndexOf('@'))}`
}
