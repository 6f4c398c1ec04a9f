import { type FastifyInstance } from 'fastify'
import { type WechatPayControl } from './control'
import { type PaySwitches, switchesSchema } from './faults/switches'
import { type Payment, type SettledState } from './ledger/types'

const text = { type: 'string', minLength: 1, maxLength: 64 }

const paySchema = {
  type: 'object',
  required: ['number'],
  additionalProperties: false,
  properties: {
    number: text,
    changes: {
      type: 'object',
      additionalProperties: false,
      properties: {
        transactionId: text,
        paidAt: text,
        cents: { type: 'integer', minimum: 1 },
        currency: text,
        mchid: text,
        appid: text,
        openid: { ...text, maxLength: 128 },
      },
    },
  },
}

const settlementSchema = {
  type: 'object',
  required: ['state'],
  additionalProperties: false,
  properties: { state: { enum: ['SUCCESS', 'ABNORMAL', 'CLOSED'] } },
}

interface Order {
  Params: { outTradeNo: string }
}
interface Refund {
  Params: { outRefundNo: string }
  Body: { state: SettledState }
}

/** The control over HTTP, for tests that run beside this process. What WeChat would not do is answered 409. */
export function controlRoutes(app: FastifyInstance, control: WechatPayControl): void {
  app.setErrorHandler((error, _request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? 400 : 409
    const message = error instanceof Error ? error.message : String(error)
    return reply.code(status).send({ code: status === 400 ? 'invalid-request' : 'not-possible', message })
  })
  app.get('/sandbox/orders', () => control.orders())
  app.get<Order>('/sandbox/orders/:outTradeNo', ({ params }, reply) => {
    const order = control.order(params.outTradeNo)
    return order ?? reply.code(404).send({ code: 'not-found' })
  })
  app.post<{ Body: { number: string; changes?: Partial<Payment> } }>(
    '/sandbox/pay',
    { schema: { body: paySchema } },
    ({ body }) => control.pay(body.number, body.changes),
  )
  app.post<Order>('/sandbox/orders/:outTradeNo/notify', async ({ params }) => ({
    status: await control.notify(params.outTradeNo),
  }))
  app.post<Refund>('/sandbox/refunds/:outRefundNo/notify', async ({ params }) => ({
    status: await control.notifyRefund(params.outRefundNo),
  }))
  app.post<Refund>(
    '/sandbox/refunds/:outRefundNo/settlement',
    { schema: { body: settlementSchema } },
    async ({ params, body }) => {
      await control.settleRefund(params.outRefundNo, body.state)
      return { ok: true }
    },
  )
  app.post('/sandbox/work', async () => (await control.work(), { ok: true }))
  app.get('/sandbox/switches', () => control.switches)
  app.put<{ Body: Partial<PaySwitches> }>('/sandbox/switches', { schema: { body: switchesSchema } }, ({ body }) =>
    Object.assign(control.switches, body),
  )
  app.delete('/sandbox/switches', () => (control.behaveWell(), control.switches))
  app.get('/sandbox/counts', () => control.counts())
  app.delete('/sandbox/counts', () => (control.resetCounts(), control.counts()))
}
