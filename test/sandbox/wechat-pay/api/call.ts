import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { isSignatureFault } from '../faults/faults'
import { type Call, type Fault } from '../faults/switches'
import { type PayState } from '../pay-state'
import { checkAuthorization } from '../signing/authorization'
import { type Answer, cut, keepWaiting, refusalAnswer, send, sendHalf } from './answer'
import { refuse, Refusal } from './refusal'

export interface Asked {
  params: Record<string, string>
  query: Record<string, string>
  body: Buffer
  /** Host and port under which we were called. */
  host: string
}

export interface CallRoute {
  method: 'GET' | 'POST'
  path: string
  call: Call
  work(asked: Asked): Answer | Promise<Answer>
}

/** A signed call: checked, then done, and its answer spoilt where a switch says so. */
export function addCall(app: FastifyInstance, state: PayState, { method, path, call, work }: CallRoute): void {
  app.route({
    method,
    url: path,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      state.count(call)
      const checked = await outcome(() => checkRequest(state, request))
      if (checked instanceof Refusal) return refuseWith(state, reply, checked)
      const fault = state.faults.take(call)
      if (fault) state.count(`fault:${fault.kind}`)
      const early = spoilBefore(state, request, reply, fault)
      if (early) return early
      const answer = await outcome(() => work(askedOf(request)))
      return spoilAfter(state, request, reply, answer, fault)
    },
  })
}

/** Answers the Refusal that was thrown, too. */
async function outcome<T>(work: () => T | Promise<T>): Promise<T | Refusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

export function checkRequest(state: PayState, request: FastifyRequest): void {
  const { authorization, accept, 'user-agent': agent } = request.headers
  if (!accept || !agent) throw refuse('PARAM_ERROR', 'Http头缺少Accept或User-Agent')
  const body = bodyOf(request)
  if (state.switches.checkSignatures)
    checkAuthorization(
      { method: request.method, target: request.raw.url ?? '', body, authorization },
      state.merchant,
      state.signatureNow(),
    )
  const key = request.headers['wechatpay-serial']
  if (key !== undefined && key !== state.merchant.platform.id && key !== state.merchant.oldPlatform.serial)
    throw refuse('PARAM_ERROR', '平台证书序列号Wechatpay-Serial错误')
  if (key === undefined) state.count('without-wechatpay-serial')
  if (body.length > 0 && !/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    throw refuse('PARAM_ERROR', 'Http头Content-Type须为application/json')
}

export function refuseWith(state: PayState, reply: FastifyReply, refusal: Refusal): FastifyReply {
  state.count(`refused:${refusal.code}`)
  return send(state, reply, refusalAnswer(refusal, state.spelling()))
}

function spoilBefore(
  state: PayState,
  request: FastifyRequest,
  reply: FastifyReply,
  fault: Fault | undefined,
): FastifyReply | undefined {
  if (fault?.kind === 'redirect')
    return reply
      .code(302)
      .header('location', request.raw.url ?? '/')
      .send()
  if (fault?.kind === 'error' && !fault.processed) return send(state, reply, errorAnswer(state, fault))
  if (fault?.processed !== false) return undefined
  if (fault.kind === 'reset') return cut(request, reply)
  return fault.kind === 'hang' ? keepWaiting(reply) : undefined
}

function spoilAfter(
  state: PayState,
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Answer | Refusal,
  fault: Fault | undefined,
): FastifyReply {
  if (fault?.kind === 'reset') return cut(request, reply)
  if (fault?.kind === 'hang') return keepWaiting(reply)
  if (fault?.kind === 'error') return send(state, reply, errorAnswer(state, fault))
  const answer = outcome instanceof Refusal ? refusalAnswer(outcome, state.spelling()) : outcome
  if (outcome instanceof Refusal) state.count(`refused:${outcome.code}`)
  if (fault?.kind === 'truncated') return sendHalf(state, request, reply, answer)
  return send(state, reply, answer, fault && isSignatureFault(fault.kind) ? fault.kind : undefined)
}

function errorAnswer(state: PayState, fault: Fault): Answer {
  const answer = refusalAnswer(refuse(fault.code ?? 'SYSTEM_ERROR'), state.spelling())
  return { ...answer, status: fault.status ?? answer.status }
}

function bodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
}

function askedOf(request: FastifyRequest): Asked {
  return { params: textsOf(request.params), query: textsOf(request.query), body: bodyOf(request), host: request.host }
}

/** A parameter that was given twice is an array, and not text: the check of its form refuses it. */
function textsOf(values: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, String(value)]))
}
