import { randomBytes } from 'node:crypto'
import { type FastifyReply, type FastifyRequest } from 'fastify'
import { alteredBody, signatureChanges } from '../faults/faults'
import { type FaultKind } from '../faults/switches'
import { type PayState } from '../pay-state'
import { signatureHeaders } from '../signing/signature-headers'
import { type Refusal, spelled } from './refusal'

export interface Answer {
  status: number
  /** Absent: an empty body. */
  body?: string | Buffer
  /** JSON where absent. */
  type?: string
  /** The numeric code that ends Request-ID. */
  number: number
  /** A download, which bears no signature unless a fault gives it one. */
  unsigned?: true
}

const json = 'application/json; charset=utf-8'

export function success(body: object): Answer {
  return { status: 200, body: JSON.stringify(body), number: 0 }
}

export const done: Answer = { status: 204, number: 0 }

export function refusalAnswer(refusal: Refusal, spelling: 'new' | 'old'): Answer {
  const { code, message, detail } = refusal
  const body = JSON.stringify({ code: spelled(code, spelling), ...(detail && { detail }), message })
  return { status: refusal.status, body, number: refusal.number }
}

/**
 * Sends it signed, or spoilt as `fault` says. A 401 is not signed, as there. Who does not ask for the public key by Wechatpay-Serial gets the
 * signature of the certificate of before.
 */
export function send(state: PayState, reply: FastifyReply, answer: Answer, fault?: FaultKind): FastifyReply {
  const { status, body = '', number } = answer
  const now = state.signatureNow()
  const oldCertificate = reply.request.headers['wechatpay-serial'] !== state.merchant.platform.id
  const changes = { oldCertificate, ...signatureChanges(fault, now) }
  const signed = status !== 401 && fault !== 'unsigned' && (!answer.unsigned || fault !== undefined)
  void reply.code(status).headers({
    'request-id': `08${randomBytes(20).toString('hex').toUpperCase()}-${number}`,
    'cache-control': 'no-cache, must-revalidate',
    'content-language': 'zh-CN',
    ...(signed && signatureHeaders(state.merchant, body, now, changes)),
  })
  if (body.length === 0 && fault !== 'altered') return reply.send()
  return reply.header('content-type', answer.type ?? json).send(alteredBody(fault, body))
}

/** Headers, and half of what they promise. */
export function sendHalf(state: PayState, request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const { status, body = '' } = answer
  const headers = answer.unsigned ? {} : signatureHeaders(state.merchant, body, state.signatureNow())
  const bytes = Buffer.from(body)
  reply.hijack()
  reply.raw.writeHead(status, {
    ...headers,
    'content-type': answer.type ?? json,
    'content-length': Math.max(bytes.length, 1),
  })
  reply.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => request.raw.socket.destroy())
  return reply
}

export function cut(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack()
  request.raw.socket.destroy()
  return reply
}

/** Never answered; the connection ends with the client's patience. */
export function keepWaiting(reply: FastifyReply): FastifyReply {
  reply.hijack()
  return reply
}
