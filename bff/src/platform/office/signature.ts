import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Base64 HMAC-SHA256 over the parts, one per line, and the SHA-256 of the body: the contract with the exam office. */
export function signatureOf(key: Buffer, parts: readonly string[], body: Buffer): string {
  const bodyDigest = createHash('sha256').update(body).digest('hex')
  return createHmac('sha256', key)
    .update([...parts, bodyDigest].join('\n'))
    .digest('base64')
}

export function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Older or newer messages are refused, so that a recorded one cannot be played again later. */
const windowSeconds = 300

export function isTimely(timestamp: string, now: Date): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1000 - Number(timestamp)) <= windowSeconds
}
