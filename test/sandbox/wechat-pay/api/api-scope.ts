import { type FastifyInstance } from 'fastify'
import { type Notifier } from '../notify/notifier'
import { type PayState } from '../pay-state'
import { send, refusalAnswer } from './answer'
import { billCalls } from './bill-api'
import { checkRequest, refuseWith } from './call'
import { orderCalls } from './orders-api'
import { refuse, Refusal } from './refusal'
import { refundCalls } from './refunds-api'

/** Everything under /v3: raw bytes in, signatures checked, every answer signed. */
export async function apiScope(app: FastifyInstance, state: PayState, notifier: Notifier): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error, _request, reply) => {
    const refusal = error instanceof Refusal ? error : refuse('PARAM_ERROR', '请求不能读取')
    return send(state, reply, refusalAnswer(refusal, state.spelling()))
  })
  orderCalls(app, state, notifier)
  refundCalls(app, state, notifier)
  billCalls(app, state)
  // All else does not exist, /v3/certificates for a merchant with a public key included.
  app.all('/v3/*', (request, reply) => {
    state.count(`unknown:${request.raw.url?.split('?')[0]}`)
    checkRequest(state, request)
    return refuseWith(
      state,
      reply,
      refuse('RESOURCE_NOT_EXISTS', '无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。可查看指引'),
    )
  })
}
