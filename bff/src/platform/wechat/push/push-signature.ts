import { createHash, timingSafeEqual } from 'node:crypto'

const freshSeconds = 300

/** What WeChat signs in the address of every message that it pushes. */
interface PushQuery {
  timestamp: string
  nonce: string
  signature: string
  /** Of safe mode: over the sealed message, too. */
  messageSignature: string
  echo: string
}

export function readPushQuery(target: string): PushQuery {
  const query = new URLSearchParams(target.split('?').slice(1).join('?'))
  const given = (name: string): string => query.get(name) ?? ''
  return {
    timestamp: given('timestamp'),
    nonce: given('nonce'),
    signature: given('signature'),
    messageSignature: given('msg_signature'),
    echo: given('echostr'),
  }
}

/** sha1 over the parts, sorted and joined. `sealed` is part of it where the signature is that of safe mode. */
export function isSigned(token: string, { timestamp, nonce }: PushQuery, signature: string, sealed?: string): boolean {
  const parts = [token, timestamp, nonce, ...(sealed === undefined ? [] : [sealed])].sort()
  const expected = createHash('sha1').update(parts.join('')).digest()
  const told = /^[0-9a-f]{40}$/i.test(signature) ? Buffer.from(signature, 'hex') : Buffer.alloc(0)
  return told.length === expected.length && timingSafeEqual(told, expected)
}

/** `timestamp` is in seconds since 1970. */
export function isFresh({ timestamp, nonce }: PushQuery, now: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || !/^[\w-]{1,64}$/.test(nonce)) return false
  return Math.abs(now.getTime() / 1000 - Number(timestamp)) <= freshSeconds
}
