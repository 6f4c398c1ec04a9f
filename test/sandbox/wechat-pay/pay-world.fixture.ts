import { standingClock } from '../clock/clock'
import { type Answered, type CallOptions, merchantClient, orderBody } from './merchant-client.fixture'
import { merchantEndpoint } from './merchant-endpoint.fixture'
import { sampleMerchant } from './sample-merchant'
import { startWechatPay } from './start-wechat-pay'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
export const jsapi = '/v3/pay/transactions/jsapi'
export const refundsPath = '/v3/refund/domestic/refunds'

export type PayWorld = Awaited<ReturnType<typeof payWorld>>

/** WeChat Pay, a merchant that calls it, and where the merchant gets its callbacks. The season's clock stands. */
export async function payWorld(file?: string) {
  const clock = standingClock()
  const merchant = await sampleMerchant()
  const endpoint = await merchantEndpoint()
  const pay = await startWechatPay({ merchant, clock, ...(file !== undefined && { file }) })
  const call = merchantClient(pay.url, merchant)
  /** An order that is all right, and may be paid for a day. */
  const body = (changes: object = {}) => orderBody(clock.now(), { notify_url: endpoint.url, ...changes })
  const prepay = (order: object, options: CallOptions = {}) => call('POST', jsapi, { ...options, body: order })
  const query = (number: string) => call('GET', `/v3/pay/transactions/out-trade-no/${number}?mchid=${merchant.mchid}`)
  const close = (number: string) =>
    call('POST', `/v3/pay/transactions/out-trade-no/${number}/close`, { body: { mchid: merchant.mchid } })
  const refund = (number: string, changes: object = {}) =>
    call('POST', refundsPath, {
      body: {
        out_trade_no: number,
        out_refund_no: `R${number}`,
        reason: '重复缴费退回',
        notify_url: endpoint.url,
        amount: { refund: 18_000, total: 18_000, currency: 'CNY' },
        ...changes,
      },
    })
  /** A new order's number; `paid`: and it is paid, its callback taken. */
  const ordered = async (changes: object = {}): Promise<string> => {
    const order = body(changes)
    const answer = await prepay(order)
    if (answer.status !== 200) throw new Error(`prepay answered ${answer.status} ${answer.text}`)
    return String(order['out_trade_no'])
  }
  const paid = async (changes: object = {}): Promise<string> => {
    const number = await ordered(changes)
    await pay.control.pay(number)
    await pay.control.notificationsSettled()
    return number
  }
  const shut = async (): Promise<void> => {
    await pay.close()
    await endpoint.close()
  }
  return {
    clock,
    merchant,
    endpoint,
    pay,
    control: pay.control,
    call,
    body,
    prepay,
    query,
    close,
    refund,
    ordered,
    paid,
    shut,
  }
}

/** Status, code and trust of an answer, as a refusal is compared. */
export const refusalOf = ({ status, body, trusted }: Answered) => ({ status, code: body?.code, trusted })
