import { standingClock, type OwnClock } from '../../../../test/sandbox/clock/clock'
import { merchantEndpoint, type Endpoint } from '../../../../test/sandbox/wechat-pay/merchant-endpoint.fixture'
import { sampleMerchant } from '../../../../test/sandbox/wechat-pay/sample-merchant'
import { startWechatPay, type RunningWechatPay } from '../../../../test/sandbox/wechat-pay/start-wechat-pay'
import { sampleApps } from '../../../../test/sandbox/wechat/start-wechat'
import { addSeconds, beijingDay } from '../time/clock'
import { catchLog, openWechatPay } from './pay-server.fixture'
import type { Verified } from './trade'
import type { WechatPay } from './wechat-pay'

// The stand-in signs and encrypts by node:crypto, we by the library: two implementations that have to agree.

let clock: OwnClock
let endpoint: Endpoint
let wechat: RunningWechatPay
let pay: WechatPay
const appid = sampleApps[0]?.appid ?? ''
const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'

beforeAll(async () => {
  clock = standingClock()
  endpoint = await merchantEndpoint()
  wechat = await startWechatPay({ merchant: await sampleMerchant(), clock })
  pay = await openWechatPay(wechat.url, { WECHAT_APP_ID: appid, PUBLIC_URL: new URL(endpoint.url).origin })
})
afterAll(async () => {
  await wechat.close()
  await endpoint.close()
})
let log: string[]
beforeEach(() => {
  log = catchLog()
  wechat.control.behaveWell()
  wechat.control.resetCounts()
  endpoint.got.length = 0
})

let last = 0
const newOrder = (changes: object = {}) => ({
  outTradeNo: `Jz|*-_${String((last += 1)).padStart(6, '0')}`,
  description: '2023年教师招聘考试报名费',
  amountCents: 18_000,
  openid,
  timeExpire: addSeconds(new Date(clock.now()), 7200),
  ...changes,
})

async function prepaid() {
  const order = newOrder()
  const result = await pay.prepay(order)
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result))
  return { ...order, prepayId: result.value.prepayId }
}

async function callbacks(): Promise<Verified[]> {
  await wechat.control.notificationsSettled()
  return endpoint.got.map(({ headers, body }) => pay.verify({ headers: Object.fromEntries(headers), body }))
}

test('an order is made, paid, told of and asked about: all four agree', async () => {
  const { outTradeNo, prepayId } = await prepaid()
  expect(await pay.query(outTradeNo)).toMatchObject({ kind: 'ok', value: { state: 'NOTPAY' } })
  const ledger = await wechat.control.pay(prepayId)
  const trade = {
    appid,
    mchid: pay.merchant?.mchid,
    outTradeNo,
    state: 'SUCCESS',
    transactionId: ledger.transactionId,
    successTime: new Date(ledger.paidAt ?? ''),
    totalCents: 18_000,
    currency: 'CNY',
  }
  expect(await pay.query(outTradeNo)).toEqual({ kind: 'ok', value: trade })
  const [told] = await callbacks()
  expect(told).toMatchObject({ ok: true, notification: { event: { kind: 'paid', trade } } })
})

test('a paid order is refunded, asked about and told of', async () => {
  const { outTradeNo, prepayId } = await prepaid()
  await wechat.control.pay(prepayId)
  await callbacks()
  endpoint.got.length = 0
  const refund = {
    outRefundNo: `R${outTradeNo}`,
    outTradeNo,
    reason: '重复缴费',
    refundCents: 18_000,
    totalCents: 18_000,
  }
  const asked = await pay.refund(refund)
  expect(asked).toMatchObject({ kind: 'ok', value: { state: 'PROCESSING', outTradeNo, refundCents: 18_000 } })
  expect(await pay.refund(refund)).toEqual(asked)
  await wechat.control.settleRefund(refund.outRefundNo, 'ABNORMAL')
  expect(await pay.queryRefund(refund.outRefundNo)).toMatchObject({ kind: 'ok', value: { state: 'ABNORMAL' } })
  const record = { outRefundNo: refund.outRefundNo, outTradeNo, state: 'ABNORMAL', refundCents: 18_000 }
  const [told] = await callbacks()
  expect(told).toMatchObject({
    ok: true,
    notification: { event: { kind: 'refund', mchid: pay.merchant?.mchid, refund: record } },
  })
})

test('an unpaid order is closed, a paid one is not, an unknown one is not there', async () => {
  const [unpaid, paid] = [await prepaid(), await prepaid()]
  expect(await pay.close(unpaid.outTradeNo)).toEqual({ kind: 'ok', value: undefined })
  expect(await pay.query(unpaid.outTradeNo)).toMatchObject({ value: { state: 'CLOSED' } })
  await wechat.control.pay(paid.prepayId)
  for (const spelling of ['new', 'old'] as const) {
    wechat.control.switches.spelling = spelling
    expect(await pay.close(paid.outTradeNo)).toMatchObject({ kind: 'refused', code: 'ORDERPAID' })
    expect(await pay.query('T00000000')).toMatchObject({ kind: 'refused', code: 'ORDERNOTEXIST', status: 404 })
  }
})

test('[danger 9] every tenth signature is wrong: of 100 payments all are right in the end, none is made twice', async () => {
  wechat.control.switches.faults = [{ kind: 'bad-signature', every: 10 }]
  const orders = Array.from({ length: 100 }, () => newOrder())
  const lane = async (): Promise<void> => {
    for (let order = orders.shift(); order; order = orders.shift()) {
      let made = await pay.prepay(order)
      // Unknown: the same again, under the same number.
      while (made.kind === 'unknown') made = await pay.prepay(order)
      if (made.kind !== 'ok') throw new Error(made.code)
      await wechat.control.pay(made.value.prepayId)
      let seen = await pay.query(order.outTradeNo)
      while (seen.kind === 'unknown') seen = await pay.query(order.outTradeNo)
      expect(seen).toMatchObject({ kind: 'ok', value: { state: 'SUCCESS' } })
    }
  }
  const before = wechat.control.orders().length
  await Promise.all(Array.from({ length: 8 }, lane))
  await wechat.control.notificationsSettled()
  expect(wechat.control.orders().length - before).toBe(100)
})

test('[danger 2] answers and callbacks come half by the public key, half by the old certificate: all are accepted', async () => {
  wechat.control.switches.faults = [
    { kind: 'old-certificate', every: 2 },
    { kind: 'old-certificate', every: 2, on: ['callback'] },
  ]
  for (let turn = 0; turn < 4; turn += 1) {
    const { outTradeNo, prepayId } = await prepaid()
    await wechat.control.pay(prepayId)
    await wechat.control.notificationsSettled()
    expect((await pay.query(outTradeNo)).kind).toBe('ok')
  }
  expect((await callbacks()).map(({ ok }) => ok)).toEqual([true, true, true, true])
})

test.each(['unsigned', 'bad-signature', 'signtest', 'stale', 'future', 'unknown-serial', 'altered'] as const)(
  '[danger 9] %s: answers are unknown, the order is there all the same, and the callback is refused',
  async (kind) => {
    const order = newOrder()
    wechat.control.switches.faults = [
      { kind, times: 1 },
      { kind, on: ['callback'], times: 1 },
    ]
    expect((await pay.prepay(order)).kind).toBe('unknown')
    expect(await pay.query(order.outTradeNo)).toMatchObject({ kind: 'ok', value: { state: 'NOTPAY' } })
    await wechat.control.pay(order.outTradeNo)
    expect((await callbacks())[0]).toMatchObject({ ok: false })
  },
)

test.each([
  { kind: 'reset' },
  { kind: 'redirect' },
  { kind: 'truncated' },
  { kind: 'error', code: 'SYSTEM_ERROR' },
  { kind: 'error', code: 'SYSTEM_ERROR', processed: true },
  { kind: 'error', code: 'FREQUENCY_LIMITED' },
] as const)('after %j nobody knows what became of a refund; the same number again makes one refund', async (fault) => {
  const { outTradeNo, prepayId } = await prepaid()
  await wechat.control.pay(prepayId)
  const refund = {
    outRefundNo: `R${outTradeNo}`,
    outTradeNo,
    reason: '重复缴费',
    refundCents: 18_000,
    totalCents: 18_000,
  }
  wechat.control.switches.faults = [{ ...fault, times: 1 }]
  expect((await pay.refund(refund)).kind).toBe('unknown')
  expect((await pay.refund(refund)).kind).toBe('ok')
  expect(wechat.control.order(outTradeNo)?.refunds).toHaveLength(1)
})

test("a day's bill has its payments and refunds, is not there too early, and a wrong digest is seen", async () => {
  const { outTradeNo, prepayId } = await prepaid()
  await wechat.control.pay(prepayId)
  const day = beijingDay(new Date(clock.now()))
  // Nine in the morning; from ten of the next day on.
  clock.advance(24 * 3_600_000)
  expect(await pay.bill(day)).toMatchObject({ kind: 'unknown', reason: 'STATEMENTCREATING' })
  clock.advance(2 * 3_600_000)
  const bill = await pay.bill(day)
  expect(bill.kind === 'ok' && bill.value?.toString()).toContain(`\`${outTradeNo},`)
  expect(await pay.bill('2023-03-01')).toEqual({ kind: 'ok', value: undefined })
  wechat.control.switches.bill = 'wrong-hash'
  expect(await pay.bill(day)).toEqual({ kind: 'unknown', reason: 'digest of the bill' })
  wechat.control.switches.bill = 'creating'
  expect((await pay.bill(day)).kind).toBe('unknown')
})

test('[danger 5] a probe instead of the bill’s address is looked through, and one line is logged', async () => {
  wechat.control.switches.faults = [{ kind: 'signtest', on: ['bill'], times: 1 }]
  const bill = await pay.bill(beijingDay(new Date(clock.now() - 26 * 3_600_000)))
  expect(bill.kind).toBe('ok')
  expect(log.filter((line) => line.startsWith('warn') && line.includes('signature probe'))).toHaveLength(1)
})

test('[danger 31] the platform certificates are never asked for', async () => {
  const { outTradeNo } = await prepaid()
  await pay.close(outTradeNo)
  await pay.bill('2023-03-19')
  expect(Object.keys(wechat.control.counts()).join()).not.toContain('certificates')
})
