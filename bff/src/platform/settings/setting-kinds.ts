/** How one setting is read from its text. A reader answers undefined for text that it cannot accept. */
export type Reader<T> = (text: string) => T | undefined

export interface NamedKey {
  id: string
  key: Buffer
}

export const anyText: Reader<string> = (text) => text

export function oneOf<const T extends string>(...values: readonly T[]): Reader<T> {
  return (text) => values.find((value) => value === text)
}

export const port: Reader<number> = (text) => {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : -1
  return value >= 0 && value <= 65_535 ? value : undefined
}

/** http(s) address without a trailing slash, so that paths can be appended. */
export const httpUrl: Reader<string> = (text) => {
  if (!/^https?:\/\/[^\s]+$/.test(text) || !URL.canParse(text)) return undefined
  return text.replace(/\/+$/, '')
}

/** Goes into a header, so no spaces. */
export const watchToken: Reader<string> = (text) => (/^[\x21-\x7e]{16,200}$/.test(text) ? text : undefined)

export interface DatabaseAddress {
  kind: 'sqlite' | 'mariadb' | 'mysql'
  /** SQLite: a file or `:memory:`. A server: `mysql://user:password@host:port/name`. */
  location: string
}

export const databaseAddress: Reader<DatabaseAddress> = (text) => {
  if (/^sqlite:.+/.test(text)) return { kind: 'sqlite', location: text.slice('sqlite:'.length) }
  const kind = (['mariadb', 'mysql'] as const).find((scheme) => text.startsWith(`${scheme}://`))
  if (kind === undefined || !URL.canParse(text) || new URL(text).pathname.length < 2) return undefined
  return { kind, location: text.replace(/^mariadb:/, 'mysql:') }
}

/** Base64 of at least 32 bytes. Spaces and newlines from a clumsy paste are refused, not repaired: see [danger 4]. */
export const keyBytes: Reader<Buffer> = (text) => {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64')
  return bytes.length >= 32 ? bytes : undefined
}

/** `id:base64,oldId:base64`: the first is used for new work, the others stay readable while a key is changed. */
export const keyRing: Reader<NamedKey[]> = (text) => {
  const ring: NamedKey[] = []
  for (const part of text.split(',')) {
    const [id = '', encoded = ''] = part.split(':')
    const key = keyBytes(encoded)
    if (!/^[A-Za-z0-9_-]{1,16}$/.test(id) || key === undefined || ring.some((known) => known.id === id))
      return undefined
    ring.push({ id, key })
  }
  return ring.length === 0 ? undefined : ring
}

/** AES-256 takes exactly 32 bytes. */
export const cipherKeyRing: Reader<NamedKey[]> = (text) => {
  const ring = keyRing(text)
  return ring?.every(({ key }) => key.length === 32) ? ring : undefined
}
