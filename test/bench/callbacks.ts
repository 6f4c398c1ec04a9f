import { randomBytes, randomUUID } from 'node:crypto'
import { type Pool } from 'mysql2/promise'
import { sampleReference } from '../sandbox/exam-office/reference/sample-reference'
import { type SandboxMerchant } from '../sandbox/wechat-pay/sample-merchant'
import { encryptResource } from '../sandbox/wechat-pay/signing/resource'
import { signatureHeaders } from '../sandbox/wechat-pay/signing/signature-headers'
import { sampleApps } from '../sandbox/wechat/start-wechat'

/** A notification as WeChat Pay sends it, ready to go. */
export interface Callback {
  headers: Record<string, string>
  body: string
}

const campaign = 'jiaozuo-2023'
const cents = 12_000
const appid = sampleApps[0]?.appid ?? ''
const payUntil = '2023-03-31'
const mostRows = 500

/** What the office's list says of the fee. */
export async function makeReference(database: Pool): Promise<void> {
  const { districts, occupations } = sampleReference(campaign)
  const units = [{ code: 'sample-city-service', name: '示例·市直后勤服务中心', district: 'city', hasContacts: true }]
  const fees = [{ grade: 3, cents }]
  const content = {
    occupations,
    districts,
    departments: [],
    units,
    fees,
    paymentDeadline: payUntil,
    schedule: {},
    pins: {},
  }
  const row = { campaign, version: '"bench"', content: JSON.stringify(content), confirmed_at: new Date() }
  await database.query('insert into reference set ?', [row])
}

/** Applications that wait for their fee, each with an order that was handed to its payer. Answers the orders' numbers. */
export async function makeOrders(database: Pool, count: number, now: Date): Promise<string[]> {
  const orders = Array.from({ length: count }, () => ({
    application: randomUUID(),
    order: randomUUID(),
    number: `GK${randomBytes(13).toString('hex').toUpperCase()}`,
  }))
  const expire = new Date(now.getTime() + 7_200_000)
  await put(
    database,
    'application (id, campaign, account_id, person_id, live_key, state, since, version, grade, facts, unit_code, record_no, office_revision, event_revision, submitted_at, created_at, updated_at)',
    orders.map(({ application }) => [
      ...[application, campaign, application, application, `${campaign}:${application}`, 'awaiting-payment', now, 5, 3],
      ...['{}', 'sample-city-service', application, 1, 1, now, now, now],
    ]),
  )
  await put(
    database,
    'payment_order (id, application_id, state, version, created_at, updated_at)',
    orders.map(({ order, application }) => [order, application, 'open', 0, now, now]),
  )
  await put(
    database,
    'payment_channel_order (out_trade_no, order_id, application_id, account_id, open_key, state, amount_cents, description, time_expire, prepay_id, unwanted, next_query_at, query_step, version, created_at, updated_at)',
    orders.map(({ order, application, number }) => [
      ...[number, order, application, application, order, 'open', cents, '工勤技能岗位等级考核费', expire],
      ...[`wx${number}`, false, expire, 0, 0, now, now],
    ]),
  )
  return orders.map(({ number }) => number)
}

/** Signed now: the signature holds for five minutes. */
export function callbackOf(merchant: SandboxMerchant, outTradeNo: string, now: Date): Callback {
  const beijing = `${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
  const trade = {
    ...{ appid, mchid: merchant.mchid, out_trade_no: outTradeNo, transaction_id: `42${outTradeNo.slice(2)}` },
    ...{ trade_type: 'JSAPI', trade_state: 'SUCCESS', trade_state_desc: '支付成功', bank_type: 'OTHERS', attach: '' },
    success_time: beijing,
    payer: { openid: 'oBenchPayer00000000000000001' },
    amount: { total: cents, payer_total: cents, currency: 'CNY', payer_currency: 'CNY' },
  }
  const body = JSON.stringify({
    ...{ id: randomUUID(), create_time: beijing, resource_type: 'encrypt-resource' },
    ...{ event_type: 'TRANSACTION.SUCCESS', summary: '支付成功' },
    resource: encryptResource(merchant.apiV3Key, JSON.stringify(trade), 'transaction'),
  })
  const headers = signatureHeaders(merchant, body, Date.now())
  return { body, headers: { ...headers, 'content-type': 'application/json' } }
}

async function put(database: Pool, table: string, rows: readonly unknown[][]): Promise<void> {
  for (let from = 0; from < rows.length; from += mostRows)
    await database.query(`insert into ${table} values ?`, [rows.slice(from, from + mostRows)])
}
