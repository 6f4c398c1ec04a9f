import { createHash } from 'node:crypto'
import { type FastifyInstance } from 'fastify'
import { tradeOf } from '../ledger/wire'
import { type Notifier } from '../notify/notifier'
import { type PayState } from '../pay-state'
import { accept, acceptQuery } from './accept'
import { type Answer, done, success } from './answer'
import { addCall, type Asked } from './call'
import { type PrepayBody, validClose, validPrepay } from './bodies'
import { refuse } from './refusal'

/** JSAPI orders: prepay, query by either number, close. */
export function orderCalls(app: FastifyInstance, state: PayState, notifier: Notifier): void {
  addCall(app, state, {
    method: 'POST',
    path: '/v3/pay/transactions/jsapi',
    call: 'prepay',
    work: ({ body }) => prepay(state, notifier, accept(validPrepay, body)),
  })
  addCall(app, state, {
    method: 'GET',
    path: '/v3/pay/transactions/out-trade-no/:outTradeNo',
    call: 'query',
    work: (asked) => answerTrade(state, asked, state.ledger.find(asked.params['outTradeNo'] ?? '')),
  })
  addCall(app, state, {
    method: 'GET',
    path: '/v3/pay/transactions/id/:transactionId',
    call: 'query-by-id',
    work: (asked) => answerTrade(state, asked, state.ledger.findPaid(asked.params['transactionId'] ?? '')),
  })
  addCall(app, state, {
    method: 'POST',
    path: '/v3/pay/transactions/out-trade-no/:outTradeNo/close',
    call: 'close',
    work: ({ params, body }) => close(state, notifier, params['outTradeNo'] ?? '', accept(validClose, body)),
  })
}

async function prepay(state: PayState, notifier: Notifier, body: PrepayBody): Promise<Answer> {
  checkMerchant(state, body.mchid)
  if (!state.appids.includes(body.appid)) throw refuse('APPID_MCHID_NOT_MATCH')
  const prepay_id = state.ledger.prepay({
    outTradeNo: body.out_trade_no,
    appid: body.appid,
    mchid: body.mchid,
    totalCents: body.amount.total,
    openid: body.payer.openid,
    description: body.description,
    notifyUrl: body.notify_url,
    fingerprint: fingerprintOf(body),
    ...(body.attach !== undefined && { attach: body.attach }),
    ...(body.time_expire !== undefined && { timeExpire: body.time_expire }),
  })
  if (state.spend('payBeforeAnswer') || state.chaos.strikes(0.3)) {
    state.ledger.pay(body.out_trade_no)
    notifier.paid(body.out_trade_no)
    await notifier.settled()
  }
  return success({ prepay_id })
}

function answerTrade(state: PayState, { query }: Asked, order: ReturnType<PayState['ledger']['find']>): Answer {
  acceptQuery(query, ['mchid'])
  checkMerchant(state, query['mchid'] ?? '')
  if (!order) throw refuse('ORDER_NOT_EXIST')
  return success(tradeOf(order, order.state === 'NOTPAY' ? state.switches.unpaidShows : order.state))
}

function close(state: PayState, notifier: Notifier, outTradeNo: string, { mchid }: { mchid: string }): Answer {
  checkMerchant(state, mchid)
  const open = state.ledger.find(outTradeNo)?.state === 'NOTPAY'
  const before = open && (state.spend('payBeforeClose') || state.chaos.strikes(0.3))
  const meanwhile = open && !before && (state.spend('payWhileClosing') || state.chaos.strikes(0.3))
  if (before || meanwhile) pay(state, notifier, outTradeNo)
  const paid = state.ledger.find(outTradeNo)?.payment
  if (!(meanwhile && paid)) state.ledger.closeOrder(outTradeNo)
  return done
}

/** Where the cashier would still let them. */
function pay(state: PayState, notifier: Notifier, outTradeNo: string): void {
  try {
    state.ledger.pay(outTradeNo)
  } catch {
    return
  }
  notifier.paid(outTradeNo)
}

function checkMerchant(state: PayState, mchid: string): void {
  if (mchid !== state.merchant.mchid) throw refuse('MCH_NOT_EXISTS')
}

/** The same parameters in any order are the same request. */
export function fingerprintOf(body: unknown): string {
  return createHash('sha256').update(sorted(body)).digest('hex')
}

function sorted(value: unknown): string {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value)
  const parts = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${parts.map(([name, part]) => `${JSON.stringify(name)}:${sorted(part)}`).join(',')}}`
}
