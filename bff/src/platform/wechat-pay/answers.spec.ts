import { catchLog, machineSeconds, openWechatPay, PayServer, signed, type Reply } from './pay-server.fixture'
import type { WechatPay } from './wechat-pay'

let server: PayServer
let pay: WechatPay
let log: string[]

beforeAll(async () => {
  server = await PayServer.start()
  pay = await openWechatPay(server.url)
})
afterAll(() => server.close())
beforeEach(() => (log = catchLog()))
afterEach(() => jest.restoreAllMocks())

const trade = (changes: object = {}): string =>
  JSON.stringify({
    appid: 'wx0000000000000001',
    mchid: server.merchant.mchid,
    out_trade_no: 'T1',
    trade_state: 'NOTPAY',
    trade_state_desc: '订单未支付',
    amount: { total: 4000, currency: 'CNY' },
    ...changes,
  })

const order = {
  outTradeNo: 'T1',
  description: '报名费',
  amountCents: 4000,
  openid: 'o1',
  timeExpire: new Date('2023-03-29T16:00:00Z'),
}
const prepaid = '{"prepay_id":"wx26112221580621e9b071c00d9e093b0000"}'
const refused = (status: number, code: string): Reply => ({
  status,
  body: JSON.stringify({ code, message: 'o1 said 41999919700307001X', detail: { value: 'a part of the body' } }),
  by: 'nobody',
})

test('a good answer is read', async () => {
  server.will({ body: prepaid }, { body: trade() }, { status: 204 })
  expect(await pay.prepay(order)).toEqual({ kind: 'ok', value: { prepayId: 'wx26112221580621e9b071c00d9e093b0000' } })
  expect(await pay.query('T1')).toMatchObject({ kind: 'ok', value: { state: 'NOTPAY', outTradeNo: 'T1' } })
  expect(await pay.close('T1')).toEqual({ kind: 'ok', value: undefined })
})

test('an accepted refund is in progress until WeChat Pay says otherwise', async () => {
  const body = {
    refund_id: '5',
    out_refund_no: 'R1',
    out_trade_no: 'T1',
    status: 'PROCESSING',
    amount: { refund: 4000, total: 4000 },
  }
  server.will(
    { body: JSON.stringify(body) },
    { body: JSON.stringify({ ...body, status: 'SUCCESS', success_time: '2023-03-30T08:00:00+08:00' }) },
  )
  const refund = { outRefundNo: 'R1', outTradeNo: 'T1', reason: '重复缴费', refundCents: 4000, totalCents: 4000 }
  expect(await pay.refund(refund)).toMatchObject({
    kind: 'ok',
    value: { state: 'PROCESSING', refundId: '5', refundCents: 4000 },
  })
  expect(await pay.queryRefund('R1')).toMatchObject({
    value: { state: 'SUCCESS', successTime: new Date('2023-03-30T00:00:00Z') },
  })
})

test.each([
  [400, 'ORDERPAID', 'ORDERPAID'],
  [400, 'ORDER_PAID', 'ORDERPAID'],
  [404, 'ORDER_NOT_EXIST', 'ORDERNOTEXIST'],
  [400, 'ORDER_CLOSED', 'ORDERCLOSED'],
  [403, 'NOT_ENOUGH', 'NOTENOUGH'],
  [403, 'OUT_TRADE_NO_USED', 'OUTTRADENOUSED'],
  [401, 'SIGN_ERROR', 'SIGNERROR'],
  [400, 'Param_Error', 'PARAMERROR'],
])('%i %s is a definite refusal', async (status, sent, code) => {
  server.will(refused(status, sent))
  expect(await pay.query('T1')).toEqual({ kind: 'refused', code, status })
  expect(server.received).toHaveLength(1)
})

test.each([
  [202, '{"code":"USERPAYING"}'],
  [201, prepaid],
  [429, '{"code":"FREQUENCY_LIMITED"}'],
  [403, '{"code":"RATELIMIT_EXCEEDED"}'],
  [400, '{"code":"SYSTEMERROR"}'],
  [500, '{"code":"SYSTEM_ERROR"}'],
  [500, '{"code":"OPENID_MISMATCH"}'],
  [502, '<html>bad gateway</html>'],
  [408, '{"code":"PARAM_ERROR"}'],
  [404, '<html>no such page</html>'],
  [403, '{"code":{"a":1}}'],
  [400, '{"code":"a b"}'],
  [302, ''],
  [304, ''],
])('after %i %s nobody knows what became of an order', async (status, body) => {
  server.will({ status, body })
  expect((await pay.prepay(order)).kind).toBe('unknown')
  expect(server.received).toHaveLength(1)
})

test('a redirect is not followed', async () => {
  server.will({ status: 302, headers: { location: '/elsewhere' } }, { body: prepaid })
  expect((await pay.prepay(order)).kind).toBe('unknown')
  expect(server.received).toHaveLength(1)
})

const bad = (): Record<string, Reply> => {
  const { merchant } = server
  const body = prepaid
  return {
    unsigned: { body, by: 'nobody' },
    'signed by ourselves': { body, by: { ...merchant.platform, privateKey: merchant.api.privateKey } },
    'of an unknown serial number': { body, by: { ...merchant.platform, id: 'PUB_KEY_ID_9' } },
    'of serial __proto__': { body, by: { ...merchant.platform, id: '__proto__' } },
    'changed on the way': { body: `${body} `, by: 'nobody', headers: signed(body, merchant.platform) },
    stale: { body, by: 'nobody', headers: signed(body, merchant.platform, String(machineSeconds() - 305)) },
    'from the future': { body, by: 'nobody', headers: signed(body, merchant.platform, String(machineSeconds() + 305)) },
    'a probe': { body, headers: { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/c2lnbmF0dXJl' } },
  }
}

test('[danger 9] a good answer that cannot be verified leaves the outcome unknown, and a write is not repeated', async () => {
  for (const reply of Object.values(bad())) {
    server.will(reply, { body: prepaid })
    expect((await pay.prepay(order)).kind).toBe('unknown')
    expect(server.received).toHaveLength(1)
  }
})

test('[danger 9] the empty 204 of a close counts only if it is signed', async () => {
  for (const by of ['nobody' as const, { ...server.merchant.platform, privateKey: server.merchant.api.privateKey }]) {
    server.will({ status: 204, by })
    expect((await pay.close('T1')).kind).toBe('unknown')
  }
})

test('[danger 9] a reading that cannot be verified is repeated once, then unknown', async () => {
  for (const reply of Object.values(bad())) {
    server.will({ ...reply }, { body: trade() })
    expect((await pay.query('T1')).kind).toBe('ok')
    server.will(reply, reply, { body: trade() })
    expect((await pay.query('T1')).kind).toBe('unknown')
    expect(server.received).toHaveLength(2)
  }
})

test('[danger 5] a probe and then a right answer: the result is right, one line is logged, nobody is alerted', async () => {
  const probe = { body: trade(), headers: { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/c2lnbmF0dXJl' } }
  server.will(probe, { body: trade() })
  expect((await pay.query('T1')).kind).toBe('ok')
  const lines = log.filter((line) => !line.startsWith('debug'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^warn .*signature probe/)
  server.will(probe, probe)
  expect((await pay.query('T1')).kind).toBe('unknown')
  expect(log.filter((line) => line.startsWith('error'))).toHaveLength(1)
})

test('[danger 2] answers signed with the public key and with the old certificate are both taken', async () => {
  const old = { id: server.merchant.oldPlatform.serial, privateKey: server.merchant.oldPlatform.privateKey }
  server.will(
    { body: trade() },
    { body: trade(), by: old },
    { body: trade(), by: { ...old, id: '00AA' } },
    { status: 500 },
  )
  expect([(await pay.query('T1')).kind, (await pay.query('T1')).kind]).toEqual(['ok', 'ok'])
  expect((await pay.query('T1')).kind).toBe('unknown')
})

test('[danger 7] an answer is verified as it came: spaces, 1.0, escapes and Chinese', async () => {
  const body = `{ "trade_state_desc":"\\u4e2d文 " ,${trade().slice(1, -1)}, "x" : 1.0 }`
  server.will(
    { body },
    { body: JSON.stringify(JSON.parse(body)), by: 'nobody', headers: signed(body, server.merchant.platform) },
    {},
  )
  expect((await pay.query('T1')).kind).toBe('ok')
  expect((await pay.query('T1')).kind).toBe('unknown')
})

test('[danger 10] unsigned answers are refused in every environment', async () => {
  for (const NODE_ENV of ['test', 'development']) {
    server.will({ body: prepaid, by: 'nobody' })
    expect((await (await openWechatPay(server.url, { NODE_ENV })).prepay(order)).kind).toBe('unknown')
  }
})

test('a signed answer to another question, or of an unknown shape, is no answer', async () => {
  const bodies = [
    trade({ out_trade_no: 'T2' }),
    trade({ trade_state: 'NEW' }),
    trade({ amount: { total: '4000' } }),
    '[]',
    'null',
    'text',
    '',
  ]
  for (const body of bodies) {
    server.will({ body })
    expect((await pay.query('T1')).kind).toBe('unknown')
  }
  server.will({ body: '{"prepay_id":""}' })
  expect((await pay.prepay(order)).kind).toBe('unknown')
})

test('a log line bears the number by which WeChat Pay finds the call, and nothing of what was said', async () => {
  server.will(
    refused(400, 'PARAM_ERROR'),
    refused(500, 'SYSTEM_ERROR'),
    { body: prepaid, by: 'nobody' },
    { body: '{}' },
  )
  for (let call = 0; call < 4; call += 1) await pay.prepay(order)
  expect(log).toHaveLength(4)
  for (const line of log) {
    expect(line).toContain('08F78BB3-268512771')
    expect(line).not.toMatch(/41999919700307001X|a part of the body|报名费|o1|prepay_id|Authorization|PRIVATE/)
  }
  expect(log[0]).toMatch(/^error/)
})
