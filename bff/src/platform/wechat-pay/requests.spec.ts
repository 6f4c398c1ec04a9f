import { createVerify, X509Certificate } from 'node:crypto'
import { catchLog, machineSeconds, openWechatPay, PayServer, type Received, appid } from './pay-server.fixture'
import type { WechatPay } from './wechat-pay'

let server: PayServer
let pay: WechatPay

beforeAll(async () => {
  server = await PayServer.start()
  pay = await openWechatPay(server.url)
})
afterAll(() => server.close())
beforeEach(() => void catchLog())

const order = {
  outTradeNo: 'T20230329|a*b-c_d',
  description: '2023年教师招聘考试报名费（笔试）',
  amountCents: 4000,
  openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
  timeExpire: new Date('2023-03-29T15:59:59.900Z'),
}
const refund = { outRefundNo: 'R1', outTradeNo: 'T1', reason: '重复缴费', refundCents: 4000, totalCents: 4000 }

async function sent(call: () => Promise<unknown>): Promise<Received> {
  server.will({ status: 404, body: '{"code":"RESOURCE_NOT_EXISTS","message":"x"}', by: 'nobody' })
  await call()
  expect(server.received).toHaveLength(1)
  return server.received[0]!
}

const calls = {
  prepay: () => pay.prepay(order),
  query: () => pay.query(order.outTradeNo),
  close: () => pay.close(order.outTradeNo),
  refund: () => pay.refund(refund),
  queryRefund: () => pay.queryRefund('R1'),
  bill: () => pay.bill('2023-03-29'),
}

function credentials({ headers }: Received): Record<string, string> {
  const [scheme, rest = ''] = (headers.authorization ?? '').split(/ (.*)/)
  expect(scheme).toBe('WECHATPAY2-SHA256-RSA2048')
  return Object.fromEntries([...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
}

test.each(Object.entries(calls))(
  '%s is signed over what is sent, as node:crypto verifies by our certificate',
  async (_name, call) => {
    const request = await sent(call)
    const { mchid, nonce_str: nonce, timestamp, serial_no: serial, signature = '' } = credentials(request)
    const lines = `${request.method}\n${request.target}\n${timestamp}\n${nonce}\n${request.body}\n`
    const { publicKey } = new X509Certificate(server.merchant.api.certificate)
    expect(createVerify('sha256').update(lines).verify(publicKey, signature, 'base64')).toBe(true)
    expect({ mchid, serial }).toEqual({ mchid: server.merchant.mchid, serial: server.merchant.api.serial })
    expect(Math.abs(Number(timestamp) - machineSeconds())).toBeLessThan(5)
  },
)

test.each(Object.entries(calls))(
  '%s asks for an answer signed with the public key, and says who asks',
  async (_name, call) => {
    const { headers } = await sent(call)
    expect(headers).toMatchObject({ 'wechatpay-serial': server.merchant.platform.id, accept: 'application/json' })
    expect(headers['user-agent']).toMatch(/wechatpay-axios-plugin/)
  },
)

test('an order goes out in fen, with its end in Beijing time and no field that WeChat Pay does not know', async () => {
  const { method, target, body } = await sent(calls.prepay)
  expect([method, target]).toEqual(['POST', '/v3/pay/transactions/jsapi'])
  expect(JSON.parse(body)).toEqual({
    appid,
    mchid: server.merchant.mchid,
    description: order.description,
    out_trade_no: order.outTradeNo,
    time_expire: '2023-03-29T23:59:59+08:00',
    notify_url: 'https://registration.example/wechat-pay/notifications',
    amount: { total: 4000, currency: 'CNY' },
    payer: { openid: order.openid },
  })
})

test('query, close, refund and bill go where WeChat Pay’s documents say', async () => {
  const number = 'T20230329%7Ca*b-c_d'
  const mchid = server.merchant.mchid
  expect((await sent(calls.query)).target).toBe(`/v3/pay/transactions/out-trade-no/${number}?mchid=${mchid}`)
  const closed = await sent(calls.close)
  expect(closed.target).toBe(`/v3/pay/transactions/out-trade-no/${number}/close`)
  expect(JSON.parse(closed.body)).toEqual({ mchid })
  expect((await sent(calls.queryRefund)).target).toBe('/v3/refund/domestic/refunds/R1')
  expect((await sent(calls.bill)).target).toBe('/v3/bill/tradebill?bill_date=2023-03-29&bill_type=ALL&tar_type=GZIP')
  expect(JSON.parse((await sent(calls.refund)).body)).toEqual({
    out_trade_no: 'T1',
    out_refund_no: 'R1',
    reason: '重复缴费',
    notify_url: 'https://registration.example/wechat-pay/notifications',
    amount: { refund: 4000, total: 4000, currency: 'CNY' },
  })
})

test('[danger 31] no call asks for platform certificates', async () => {
  for (const call of Object.values(calls)) expect((await sent(call)).target).not.toContain('/v3/certificates')
})

test('the arguments of wx.requestPayment are signed for this appid, as node:crypto verifies', () => {
  const request = pay.payRequest('wx201410272009395522657a690389285100')
  expect(request).toMatchObject({ package: 'prepay_id=wx201410272009395522657a690389285100', signType: 'RSA' })
  expect(request.timeStamp).toMatch(/^\d{10}$/)
  expect(request.nonceStr).toMatch(/^[0-9A-Za-z]{32}$/)
  const lines = `${appid}\n${request.timeStamp}\n${request.nonceStr}\n${request.package}\n`
  const { publicKey } = new X509Certificate(server.merchant.api.certificate)
  expect(createVerify('sha256').update(lines).verify(publicKey, request.paySign, 'base64')).toBe(true)
})

test('merchant and appid can be read, keys cannot', () => {
  expect(pay.merchant).toMatchObject({ mchid: server.merchant.mchid, appid })
  expect(Object.keys(pay.merchant ?? {})).toEqual(['mchid', 'appid'])
})
