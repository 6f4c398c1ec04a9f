import { catchLog, openWechatPay, PayServer, signed } from './pay-server.fixture'
import type { WechatPay } from './wechat-pay'

let server: PayServer
let pay: WechatPay

beforeAll(async () => {
  server = await PayServer.start()
  pay = await openWechatPay(server.url)
})
afterAll(() => server.close())
beforeEach(() => void catchLog())
afterEach(() => jest.restoreAllMocks())

const order = {
  outTradeNo: 'T1',
  description: '报名费',
  amountCents: 4000,
  openid: 'o1',
  timeExpire: new Date('2023-03-29T16:00:00Z'),
}
const refund = { outRefundNo: 'R1', outTradeNo: 'T1', reason: '重复缴费', refundCents: 4000, totalCents: 4000 }

/** Lets every wait be over after 100 ms. Answers how long it would have been. */
function shortWaits(): number[] {
  const asked: number[] = []
  const real = AbortSignal.timeout.bind(AbortSignal)
  jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    asked.push(milliseconds)
    return real(100)
  })
  return asked
}

test('nothing waits for ever: 5 s where a person waits, 15 s elsewhere, repetition included', async () => {
  const asked = shortWaits()
  const hang = { raw: () => undefined }
  const calls = [
    () => pay.prepay(order),
    () => pay.query('T1'),
    () => pay.close('T1'),
    () => pay.refund(refund),
    () => pay.queryRefund('R1'),
    () => pay.bill('2023-03-29'),
  ]
  for (const call of calls) {
    server.will(hang)
    expect(await call()).toEqual({ kind: 'unknown', reason: 'timeout' })
  }
  expect(asked).toEqual([5000, 5000, 5000, 15_000, 15_000, 15_000])
})

test('an answer that trickles in without end is given up too', async () => {
  shortWaits()
  let timer: NodeJS.Timeout | undefined
  server.will({
    raw: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      timer = setInterval(() => response.write(' '), 10)
    },
  })
  expect(await pay.query('T1')).toEqual({ kind: 'unknown', reason: 'timeout' })
  clearInterval(timer)
})

test('an answer that is too long is given up', async () => {
  const body = `{"prepay_id":"${'x'.repeat(300 * 1024)}"}`
  server.will({ body })
  expect((await pay.prepay(order)).kind).toBe('unknown')
})

test('a reset, a cut answer and an empty line leave the outcome unknown', async () => {
  const body = '{"prepay_id":"wx1"}'
  server.will(
    { raw: (response) => response.destroy() },
    {
      raw: (response) =>
        response
          .writeHead(200, { ...signed(body, server.merchant.platform), 'content-length': '400' })
          .write(body, () => response.destroy()),
    },
    {
      raw: (response) =>
        response
          .writeHead(404, { 'content-length': '400' })
          .write('{"code":"ORDER_NOT_EXIST"', () => response.destroy()),
    },
  )
  for (let call = 0; call < 3; call += 1) expect((await pay.prepay(order)).kind).toBe('unknown')
  expect(server.received).toHaveLength(3)
})

test('a server that is not there leaves the outcome unknown', async () => {
  const nowhere = await openWechatPay('http://127.0.0.1:9')
  expect(await nowhere.prepay(order)).toEqual({ kind: 'unknown', reason: 'ECONNREFUSED' })
})

test('a proxy of the environment is not used', async () => {
  const before = process.env['http_proxy']
  process.env['http_proxy'] = 'http://127.0.0.1:9'
  try {
    server.will({ body: '{"prepay_id":"wx1"}' })
    expect((await pay.prepay(order)).kind).toBe('ok')
  } finally {
    if (before === undefined) delete process.env['http_proxy']
    else process.env['http_proxy'] = before
  }
})
