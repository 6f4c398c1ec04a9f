import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** Read once: a proof signs thousands of times. */
const read = new Map<string, KeyObject>()

export function signingKey(pem: string): KeyObject {
  return once(pem, createPrivateKey)
}

/** Of a public key or of a certificate. */
export function verifyingKey(pem: string): KeyObject {
  return once(pem, createPublicKey)
}

function once(pem: string, parse: (pem: string) => KeyObject): KeyObject {
  const key = read.get(pem) ?? parse(pem)
  read.set(pem, key)
  return key
}
