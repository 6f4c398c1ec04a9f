import { type FastifyRequest } from 'fastify'
import { Refusal } from '../contract/refusal'
import { type Office } from '../office'
import { type OfficeKey, sameSignature, signature } from './signature'

const windowSeconds = 300

/** Lets a request in only if it is signed under a valid key, now, and for the first time. Throws a Refusal (401). */
export function checkSignature(office: Office, request: FastifyRequest): void {
  const given = {
    keyId: headerOf(request, 'x-key-id'),
    timestamp: headerOf(request, 'x-timestamp'),
    nonce: headerOf(request, 'x-nonce'),
    signature: headerOf(request, 'x-signature'),
  }
  const { keyId, timestamp, nonce } = given
  if (!keyId || !timestamp || !nonce || !given.signature) throw refused('signature-missing')
  if (!/^[A-Za-z0-9_-]{16,64}$/.test(nonce)) throw refused('signature-missing')
  const key = keyOf(office, keyId)
  if (!key) throw refused('key-unknown')
  const now = office.clock.now()
  if (!/^\d{10}$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > windowSeconds) {
    throw refused('timestamp-outside')
  }
  const expected = signature(key.key, [request.method, request.raw.url ?? ''], timestamp, nonce, bodyOf(request))
  if (!sameSignature(expected, given.signature)) throw refused('signature-wrong')
  if (!office.nonces.take(keyId, nonce, now, now - 2 * windowSeconds * 1000)) throw refused('nonce-used')
}

/** The nonce that the answer must bear; undefined where none can be read, and the answer stays unsigned. */
export function nonceOf(request: FastifyRequest): string | undefined {
  const nonce = headerOf(request, 'x-nonce')
  return nonce && /^[A-Za-z0-9_-]{16,64}$/.test(nonce) ? nonce : undefined
}

/** The key that the request was signed with, else our first. */
export function answeringKey(office: Office, request: FastifyRequest): OfficeKey | undefined {
  return keyOf(office, headerOf(request, 'x-key-id') ?? '') ?? office.keys[0]
}

export function bodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
}

function keyOf(office: Office, id: string): OfficeKey | undefined {
  return office.keys.find((key) => key.id === id)
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function refused(code: string): Refusal {
  return new Refusal(401, code, 'The request is not let in.')
}
