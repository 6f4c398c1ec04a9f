import { type FastifyInstance, type FastifyReply } from 'fastify'
import { failure } from './errors'
import { sendMessage } from './messages/send'
import { phoneNumber } from './phone-number'
import { uploadShipping } from './shipping'
import { signIn } from './sign-in'
import { type WechatState } from './state'
import { stableToken } from './tokens'
import { type Answer } from './types'

interface Query {
  Querystring: Record<string, unknown>
}

/** Undefined: the line is cut before an answer. */
type Work = () => Answer | undefined | Promise<Answer | undefined>

/** The calls of api.weixin.qq.com that the BFF makes. HTTP is 200 whatever happens, as there. */
export function apiRoutes(app: FastifyInstance, state: WechatState): void {
  const answer = async (reply: FastifyReply, call: string, work: Work): Promise<void> => {
    state.count(call)
    const busy = state.switches.busy > 0
    if (busy) state.switches.busy -= 1
    const told = busy ? failure(-1) : await work()
    if (told === undefined) return drop(reply)
    const type = state.switches.textPlain ? 'text/plain' : 'application/json; encoding=utf-8'
    await reply.header('content-type', type).send(JSON.stringify(told))
  }
  const onlyPost = (path: string): void => {
    app.get(path, (_request, reply) => answer(reply, path, () => failure(43002)))
  }

  app.get<Query>('/sns/jscode2session', ({ query }, reply) =>
    answer(reply, 'jscode2session', () => signIn(state, query)),
  )
  app.post('/cgi-bin/stable_token', ({ body }, reply) =>
    answer(reply, 'stable_token', () => stableToken(state, parse(body))),
  )
  app.post<Query>('/wxa/business/getuserphonenumber', ({ body, query }, reply) =>
    answer(reply, 'getuserphonenumber', () => phoneNumber(state, query['access_token'], parse(body))),
  )
  app.post<Query>('/wxa/sec/order/upload_shipping_info', ({ body, query }, reply) =>
    answer(reply, 'upload_shipping_info', () => uploadShipping(state, query['access_token'], parse(body))),
  )
  app.post<Query>('/cgi-bin/message/subscribe/send', ({ body, query }, reply) =>
    answer(reply, 'subscribe_send', () => sendMessage(state, query['access_token'], parse(body))),
  )
  for (const path of [
    '/cgi-bin/message/subscribe/send',
    '/cgi-bin/stable_token',
    '/wxa/business/getuserphonenumber',
    '/wxa/sec/order/upload_shipping_info',
  ])
    onlyPost(path)
}

function drop(reply: FastifyReply): void {
  reply.hijack()
  reply.raw.destroy()
}

/** WeChat reads JSON whatever the content type says; undefined where it is none. */
function parse(body: unknown): unknown {
  try {
    return JSON.parse(String(body))
  } catch {
    return undefined
  }
}
