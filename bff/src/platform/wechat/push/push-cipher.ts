import { createDecipheriv } from 'node:crypto'

const blockLength = 32
const randomLength = 16
const lengthLength = 4

/**
 * A message of safe mode: AES-256-CBC, its IV the first 16 bytes of the key, padded to 32 bytes; inside 16 random bytes, the length (big-endian), the message, and the
 * appid that it is for. Undefined: not sealed with this key, or for another app.
 */
export function openSealed(key: Buffer, appid: string, sealed: string): string | undefined {
  const bytes = decrypted(key, Buffer.from(sealed, 'base64'))
  if (!bytes || bytes.length < randomLength + lengthLength) return undefined
  const start = randomLength + lengthLength
  const end = start + bytes.readUInt32BE(randomLength)
  if (bytes.subarray(end).toString('utf8') !== appid) return undefined
  return bytes.subarray(start, end).toString('utf8')
}

function decrypted(key: Buffer, sealed: Buffer): Buffer | undefined {
  if (sealed.length === 0 || sealed.length % blockLength !== 0) return undefined
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()])
  const padding = padded.at(-1) ?? 0
  if (padding < 1 || padding > blockLength) return undefined
  const isPadding = padded.subarray(-padding).every((byte) => byte === padding)
  return isPadding ? padded.subarray(0, -padding) : undefined
}
