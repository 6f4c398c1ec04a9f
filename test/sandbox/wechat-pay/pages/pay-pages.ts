import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { formOf, fromOwnPage, readForms } from '../../server/forms'
import { sendPage } from '../../server/page'
import { returnUrl } from '../../server/return-url'
import { type WechatPayControl } from '../control'
import { type LedgerOrder } from '../ledger/types'
import { cashierPage, closedCashierPage, type Deed, donePage, isDeed } from './cashier-page'
import { type Notice, ordersPage } from './orders-page'

interface Cashier {
  Querystring: { prepay_id?: string; return?: string }
}
interface Shown {
  Querystring: { done?: string; not?: string }
  Params: { number: string }
}

/** The pages on which one plays the payer and WeChat Pay's back office, through the same control as the tests. */
export function payPages(app: FastifyInstance, control: WechatPayControl): void {
  readForms(app)
  app.addHook('preHandler', async (request, reply) => {
    if (!fromOwnPage(request)) return reply.code(403).send({ code: 'another-origin' })
  })
  app.get<Cashier>('/pay', (request, reply) => showCashier(control, request, reply))
  app.post<Cashier>('/pay', (request, reply) => playPayer(control, request, reply))
  app.get<Shown>('/', ({ query }, reply) => sendPage(reply, ordersPage(control, noticeOf(query))))
  app.post<Shown>('/orders/:number', async (request, reply) => {
    const { number } = request.params
    if (formOf(request).get('deed') === 'notify') return back(reply, sent(await control.notify(number)))
    return told(reply, '已替付款人支付，通知已发出。', () => control.pay(number))
  })
  app.post<Shown>('/refunds/:number', async (request, reply) => {
    const { number } = request.params
    const deed = formOf(request).get('deed')
    if (deed === 'SUCCESS' || deed === 'ABNORMAL' || deed === 'CLOSED')
      return told(reply, '退款已办，通知已发出。', () => control.settleRefund(number, deed))
    return back(reply, sent(await control.notifyRefund(number)))
  })
  app.post('/callbacks', (request, reply) => {
    control.switches.callbacks = formOf(request).get('callbacks') === 'never' ? 'never' : 'on'
    return back(reply, { text: '已改。' })
  })
}

function showCashier(control: WechatPayControl, request: FastifyRequest<Cashier>, reply: FastifyReply): FastifyReply {
  const target = returnUrl(request.query.return)
  const prepayId = request.query.prepay_id ?? ''
  const order = orderOf(control, prepayId)
  const why = control.whyNot(prepayId)
  if (!target || !order || why !== undefined)
    return sendPage(reply, closedCashierPage(order, why ?? '返回的地址不对。', target), 400)
  return sendPage(reply, cashierPage(order))
}

async function playPayer(
  control: WechatPayControl,
  request: FastifyRequest<Cashier>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const target = returnUrl(request.query.return)
  const deed = formOf(request).get('deed') ?? ''
  const prepayId = request.query.prepay_id ?? ''
  if (!target || !isDeed(deed)) return showCashier(control, request, reply)
  try {
    await play(control, prepayId, deed)
  } catch {
    return showCashier(control, request, reply)
  }
  if (deed === 'cancel' || deed === 'not-paid') return reply.redirect(target.toString(), 303)
  return sendPage(reply, donePage(deed, target))
}

async function play(control: WechatPayControl, prepayId: string, deed: Deed): Promise<void> {
  if (deed === 'cancel' || deed === 'not-paid') return
  const { callbacks } = control.switches
  if (deed === 'pay-silently') control.switches.callbacks = 'never'
  try {
    await control.pay(prepayId)
  } finally {
    control.switches.callbacks = callbacks
  }
}

function orderOf(control: WechatPayControl, prepayId: string): LedgerOrder | undefined {
  return control.orders().find(({ prepayIds }) => prepayIds.includes(prepayId))
}

/** Back to the list, which says what was done, so that loading it anew does nothing twice. */
function back(reply: FastifyReply, { text, bad }: Notice): FastifyReply {
  return reply.redirect(`/?${new URLSearchParams({ [bad ? 'not' : 'done']: text })}`, 303)
}

async function told(reply: FastifyReply, done: string, work: () => Promise<unknown>): Promise<FastifyReply> {
  try {
    await work()
    return back(reply, { text: done })
  } catch (error) {
    return back(reply, { text: error instanceof Error ? error.message : String(error), bad: true })
  }
}

function sent(status: number): Notice {
  if (status === 200 || status === 204) return { text: `通知已发出，报名系统收下了（${status}）。` }
  return { text: `通知已发出，报名系统没有收下（${status === 0 ? '没有回答' : status}）。`, bad: true }
}

function noticeOf({ done, not }: Shown['Querystring']): Notice | undefined {
  return not ? { text: not, bad: true } : done ? { text: done } : undefined
}
