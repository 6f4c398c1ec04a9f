import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Refusal } from '../contract/refusal'
import { spoilArrival } from '../faults/spoil'
import { applies, spend } from '../faults/switches'
import { type Office } from '../office'
import { answeringKey, checkSignature, nonceOf } from '../signing/gate'
import { signedHeaders } from '../signing/signature'
import { documentCalls } from './documents-api'
import { readingCalls } from './reading-api'
import { recordCalls } from './records-api'
import { referenceCall } from './reference-api'

/** Everything under /v1: raw bytes in, signatures checked, every answer signed. */
export async function apiScope(app: FastifyInstance, office: Office): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addHook('onRequest', async (request, reply) => {
    if (await spoilArrival(office.switches, request, reply)) return reply
  })
  app.addHook('preHandler', async (request) => checkSignature(office, request))
  app.addHook('onSend', async (request, reply, payload) => {
    signAnswer(office, request, reply, Buffer.isBuffer(payload) || typeof payload === 'string' ? payload : '')
    return payload
  })
  app.setErrorHandler((error, _request, reply) => {
    const refusal = refusalOf(error)
    return reply.code(refusal.status).type('application/json').send(JSON.stringify(refusal.body()))
  })
  app.setNotFoundHandler(async () => {
    throw new Refusal(404, 'not-found', 'There is no such call.')
  })
  recordCalls(app, office)
  documentCalls(app, office)
  readingCalls(app, office)
  referenceCall(app, office)
}

function signAnswer(office: Office, request: FastifyRequest, reply: FastifyReply, body: string | Buffer): void {
  const nonce = nonceOf(request)
  const key = answeringKey(office, request)
  if (nonce === undefined || !key || office.switches.down === 'unavailable') return
  const headers = signedHeaders(key, [String(reply.statusCode)], nonce, office.clock.now(), body)
  if (applies(office.switches, request.method) && spend(office.switches, 'badSignature')) {
    headers['x-signature'] = Buffer.alloc(32).toString('base64')
  }
  void reply.headers(headers)
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const status = error && typeof error === 'object' && 'statusCode' in error ? error.statusCode : 500
  if (status === 413) return new Refusal(413, 'too-large', 'The body is too large.')
  if (status === 400) return new Refusal(400, 'invalid-request', 'The request cannot be read.')
  return new Refusal(500, 'internal', error instanceof Error ? error.message : 'Something unforeseen.')
}
