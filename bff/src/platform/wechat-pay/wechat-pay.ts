import { Injectable } from '@nestjs/common'
import type { RawRequest } from '../http/raw-routes'
import { Settings } from '../settings/settings'
import { beijingDay, beijingTime } from '../time/clock'
import { machineNow } from '../time/machine-now'
import { checkedBill, readBillTicket, readBytes } from './bill-file'
import { merchantOf, type Merchant } from './merchant'
import { NotificationVerifier } from './notification-verifier'
import { PayHttp } from './pay-http'
import { nonce, signLines } from './plugin'
import { readRefund, readTrade } from './read-trade'
import type { PayResult, PrepayOrder, RefundOrder, RefundRecord, Trade, Verified } from './trade'
import { fieldsOf, textOf } from './wire-fields'

/** Arguments of wx.requestPayment. */
export interface PayRequest {
  /** Seconds. */
  timeStamp: string
  nonceStr: string
  /** `prepay_id=…` */
  package: string
  signType: 'RSA'
  paySign: string
}

/** What a person waits for, and what nobody does. */
const shortWait = 5_000
const longWait = 15_000

/** Everything that we ask of WeChat Pay. While no merchant is set up every call but `verify` throws. */
@Injectable()
export class WechatPay {
  /** Undefined: payment is closed. */
  readonly merchant: { mchid: string; appid: string } | undefined
  private readonly parts: { merchant: Merchant; http: PayHttp; verifier: NotificationVerifier } | undefined

  constructor(settings: Settings) {
    const merchant = merchantOf(settings)
    this.merchant = merchant && { mchid: merchant.mchid, appid: merchant.appid }
    this.parts = merchant && { merchant, http: new PayHttp(merchant), verifier: new NotificationVerifier(merchant) }
  }

  private get open(): NonNullable<typeof this.parts> {
    if (!this.parts) throw new Error('WeChat Pay is not set up')
    return this.parts
  }

  async prepay(order: PrepayOrder): Promise<PayResult<{ prepayId: string }>> {
    const { merchant, http } = this.open
    const body = {
      appid: merchant.appid,
      mchid: merchant.mchid,
      description: order.description,
      out_trade_no: order.outTradeNo,
      time_expire: beijingInstant(order.timeExpire),
      notify_url: merchant.notifyUrl,
      amount: { total: order.amountCents, currency: 'CNY' },
      payer: { openid: order.openid },
    }
    const path = 'v3/pay/transactions/jsapi'
    return http.call({ name: 'prepay', method: 'POST', path, body, timeoutMilliseconds: shortWait }, (data) => {
      const prepayId = textOf(fieldsOf(data)['prepay_id'])
      return prepayId === undefined ? undefined : { value: { prepayId } }
    })
  }

  async query(outTradeNo: string): Promise<PayResult<Trade>> {
    const { merchant, http } = this.open
    const params = { mchid: merchant.mchid }
    const path = orderPath(outTradeNo)
    return http.call({ name: 'query', method: 'GET', path, params, timeoutMilliseconds: shortWait }, (data) => {
      const trade = readTrade(data)
      // Signed, but perhaps the answer to another question.
      return trade?.outTradeNo === outTradeNo ? { value: trade } : undefined
    })
  }

  /** Ok: closed, now or before. Query afterwards: it may have been paid in the same moment. */
  async close(outTradeNo: string): Promise<PayResult<void>> {
    const { merchant, http } = this.open
    const body = { mchid: merchant.mchid }
    const path = `${orderPath(outTradeNo)}/close`
    return http.call({ name: 'close', method: 'POST', path, body, timeoutMilliseconds: shortWait }, () => ({
      value: undefined,
    }))
  }

  /** Accepted, not refunded: see the state. Repeat it under the same number only. */
  async refund(order: RefundOrder): Promise<PayResult<RefundRecord>> {
    const { merchant, http } = this.open
    const body = {
      out_trade_no: order.outTradeNo,
      out_refund_no: order.outRefundNo,
      reason: order.reason,
      notify_url: merchant.notifyUrl,
      amount: { refund: order.refundCents, total: order.totalCents, currency: 'CNY' },
    }
    const call = { name: 'refund', method: 'POST', path: refundsPath, body, timeoutMilliseconds: longWait } as const
    return http.call(call, refundOf(order.outRefundNo))
  }

  async queryRefund(outRefundNo: string): Promise<PayResult<RefundRecord>> {
    const path = `${refundsPath}/${encodeURIComponent(outRefundNo)}`
    const call = { name: 'query-refund', method: 'GET', path, timeoutMilliseconds: longWait } as const
    return this.open.http.call(call, refundOf(outRefundNo))
  }

  /**
   * All payments and refunds of a day (`YYYY-MM-DD`, Beijing) as WeChat Pay's CSV, its digest checked; undefined: there were none. Ready from
   * 10:00 of the next day, and for three months.
   */
  async bill(day: string): Promise<PayResult<Buffer | undefined>> {
    const { http } = this.open
    const get = { method: 'GET', timeoutMilliseconds: longWait } as const
    const params = { bill_date: day, bill_type: 'ALL', tar_type: 'GZIP' }
    const ticket = await http.call({ ...get, name: 'bill', path: 'v3/bill/tradebill', params }, readBillTicket)
    if (ticket.kind === 'refused' && ticket.code === 'NOSTATEMENTEXIST') return { kind: 'ok', value: undefined }
    if (ticket.kind === 'refused' && ticket.code === 'STATEMENTCREATING')
      return { kind: 'unknown', reason: ticket.code }
    if (ticket.kind !== 'ok') return ticket
    const download = {
      ...get,
      name: 'bill-file',
      path: 'v3/billdownload/file',
      params: ticket.value.params,
      file: true,
    } as const
    const file = await http.call(download, readBytes)
    // Its address is over soon, so a refusal says nothing of the bill.
    if (file.kind === 'refused') return { kind: 'unknown', reason: file.code }
    if (file.kind === 'unknown') return file
    const value = await checkedBill(file.value, ticket.value.sha1)
    return value ? { kind: 'ok', value } : { kind: 'unknown', reason: 'digest of the bill' }
  }

  payRequest(prepayId: string): PayRequest {
    const { appid, privateKey } = this.open.merchant
    const timeStamp = String(Math.floor(machineNow().getTime() / 1000))
    const request = { timeStamp, nonceStr: nonce(), package: `prepay_id=${prepayId}` }
    const paySign = signLines([appid, timeStamp, request.nonceStr, request.package], privateKey)
    return { ...request, signType: 'RSA', paySign }
  }

  /** Whether a request to the notify address is WeChat Pay's, and what it says. Never throws. */
  verify(request: Pick<RawRequest, 'headers' | 'body'>): Verified {
    return this.parts ? this.parts.verifier.verify(request) : { ok: false, reason: 'WeChat Pay is not set up' }
  }
}

const refundsPath = 'v3/refund/domestic/refunds'
const orderPath = (outTradeNo: string): string => `v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}`

const refundOf =
  (outRefundNo: string) =>
  (data: unknown): { value: RefundRecord } | undefined => {
    const refund = readRefund(data, 'status')
    return refund?.outRefundNo === outRefundNo ? { value: refund } : undefined
  }

const beijingInstant = (instant: Date): string => `${beijingDay(instant)}T${beijingTime(instant)}+08:00`
