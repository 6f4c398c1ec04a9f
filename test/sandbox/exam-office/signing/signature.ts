import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export interface OfficeKey {
  id: string
  key: Buffer
}

/** `first` is what the signature covers before the timestamp: method and target of a request, status of an answer. */
export function signature(
  key: Buffer,
  first: string[],
  timestamp: string,
  nonce: string,
  body: Buffer | string,
): string {
  const lines = [...first, timestamp, nonce, createHash('sha256').update(body).digest('hex')]
  return createHmac('sha256', key).update(lines.join('\n')).digest('base64')
}

export function sameSignature(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Headers of a message of ours. `nonce` of an answer is that of its request. */
export function signedHeaders(
  key: OfficeKey,
  first: string[],
  nonce: string,
  now: number,
  body: Buffer | string,
): Record<'x-key-id' | 'x-timestamp' | 'x-nonce' | 'x-signature', string> {
  const timestamp = String(Math.floor(now / 1000))
  return {
    'x-key-id': key.id,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-signature': signature(key.key, first, timestamp, nonce, body),
  }
}
