import { type FastifyInstance, type FastifyReply, type FastifyRequest, type HTTPMethods } from 'fastify'
import { Refusal } from '../contract/refusal'
import { invalid } from '../contract/validate'
import { spoilAnswer, spoilWork } from '../faults/spoil'
import { type Office } from '../office'
import { bodyOf } from '../signing/gate'
import { once, type Outcome } from '../storage/idempotency'

export interface Call {
  params: Record<string, string>
  query: Record<string, string>
  body: Buffer
  /** One header's value, '' where it is absent. */
  header(name: string): string
}

export interface CallRoute {
  method: HTTPMethods
  path: string
  /** Name under which calls are counted: the contract's operationId. */
  operation: string
  /** Query parameters that are known; any other is refused. */
  query?: string[]
  /** Bytes of the body; a larger one is answered 413. The server's own limit where absent. */
  bodyLimit?: number
  /** Told of each call whose signature is right, before anything else is looked at. */
  came?(call: Call): void
  work(call: Call): Outcome
}

/** A signed call: known parameters only, once per Idempotency-Key where it writes, spoilt where a switch says so. */
export function addCall(app: FastifyInstance, office: Office, route: CallRoute): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.bodyLimit !== undefined && { bodyLimit: route.bodyLimit }),
    handler: async (request, reply) => {
      office.counts.set(route.operation, (office.counts.get(route.operation) ?? 0) + 1)
      const call = callOf(request)
      route.came?.(call)
      const unknown = Object.keys(call.query).filter((name) => !route.query?.includes(name))
      if (unknown.length > 0) throw invalid(unknown.map((name) => `query must NOT have ${name}`))
      spoilWork(office.switches, request)
      const outcome = route.method === 'GET' ? route.work(call) : writeOnce(office, request, call, route)
      return answer(office, request, reply, outcome)
    },
  })
}

function writeOnce(office: Office, request: FastifyRequest, call: Call, route: CallRoute): Outcome {
  const key = call.header('idempotency-key')
  if (!key) throw new Refusal(400, 'idempotency-key-missing', 'A write bears an Idempotency-Key.')
  if (!/^[A-Za-z0-9_-]{8,64}$/.test(key)) throw invalid(['Idempotency-Key must have 8 to 64 characters A-Za-z0-9_-'])
  return once(office.storage, key, [request.method, request.raw.url ?? ''], call.body, () => route.work(call))
}

function answer(office: Office, request: FastifyRequest, reply: FastifyReply, outcome: Outcome): FastifyReply {
  const spoilt = spoilAnswer(office.switches, request)
  if (spoilt === 'cut') {
    reply.hijack()
    request.raw.socket.destroy()
    return reply
  }
  if (spoilt === 'fail') throw new Refusal(500, 'internal', 'The stand-in did the work and was told to fail.')
  if (spoilt === 'garbage') return reply.code(200).type('text/html').send('<html>{"recordNo":')
  return reply.code(outcome.status).type('application/json').send(JSON.stringify(outcome.body))
}

function callOf(request: FastifyRequest): Call {
  return {
    params: textsOf(request.params),
    query: textsOf(request.query),
    body: bodyOf(request),
    header: (name) => {
      const value = request.headers[name]
      return typeof value === 'string' ? value : ''
    },
  }
}

/** A parameter that was given twice is an array, and not text: it is refused by the check of its form. */
function textsOf(values: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, String(value)]))
}
