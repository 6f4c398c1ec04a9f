import { createSign, generateKeyPairSync } from 'node:crypto'
import { request } from 'node:http'
import { InboxRow } from '../../bff/src/platform/inbox/inbox-row'
import { Cashier } from './payer.fixture'

type Headers = Record<string, string | string[]>

/** Headers go out one by one, as often as they are listed, which fetch does not do. */
function post(url: string, body: string | Buffer, headers: Headers): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/wechat-pay/notifications`, { method: 'POST', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', reject).end(body)
  })
}

// What is refused never reaches a database, so one kind of it will do.
describe('callbacks that are not what WeChat Pay sends', () => {
  let cashier: Cashier
  let id: string
  let body: string

  beforeAll(async () => {
    cashier = await Cashier.open('sqlite')
    id = await cashier.accepted()
    const { order } = await cashier.started(id)
    body = notification({
      ...{ appid: order.appid, mchid: order.mchid, out_trade_no: order.outTradeNo, trade_state: 'SUCCESS' },
      ...{ transaction_id: '4200001234', success_time: '2023-04-03T09:01:00+08:00' },
      ...{ amount: { total: order.totalCents, currency: 'CNY' }, payer: { openid: order.openid } },
    })
  })
  afterAll(() => cashier.close())

  const notification = (plain: object): string =>
    JSON.stringify({
      ...{ id: 'EV-2023040309010012345', create_time: '2023-04-03T09:01:00+08:00', resource_type: 'encrypt-resource' },
      ...{ event_type: 'TRANSACTION.SUCCESS', summary: '支付成功', version: 1 },
      resource: cashier.pay.encrypt(JSON.stringify(plain)),
    })
  const send = (bytes: string | Buffer, headers: Headers): Promise<number> =>
    post(cashier.app.url, bytes, { 'content-type': 'application/json', ...headers })
  const seconds = (): number => Number(cashier.pay.signed('')['wechatpay-timestamp'])

  const kept = async (): Promise<number> =>
    cashier.transactions.read((manager) => manager.countBy(InboxRow, { source: 'wechat-pay' }))

  async function isRefused(...attempts: Promise<number>[]): Promise<void> {
    expect(await Promise.all(attempts)).toEqual(attempts.map(() => 401))
    expect([await cashier.state(id), await kept()]).toEqual(['awaiting-payment', 0])
  }

  test('[danger 1] made up and signed by anybody, or not signed: 401, the order stays unpaid', async () => {
    const signature = createSign('sha256')
      .update(body)
      .sign(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, 'base64')
    await isRefused(send(body, cashier.pay.signed(body, { signature })), send(body, {}), send('', {}))
  })

  test('[danger 1] recorded and played again later, stale, or from the future', async () => {
    const at = (timestamp: number | string) => send(body, cashier.pay.signed(body, { timestamp }))
    await isRefused(at(seconds() - 302), at(seconds() + 305), at(0), at('NaN'), at(''), at(`${seconds()}.5`))
  })

  test('[danger 1] a bit flipped, a space more, half of it', async () => {
    const headers = cashier.pay.signed(body)
    const flipped = Buffer.from(body)
    flipped.writeUInt8((flipped[40] ?? 0) ^ 1, 40)
    await isRefused(send(flipped, headers), send(`${body} `, headers), send(body.slice(0, 300), headers))
  })

  test('[danger 1] a header twice', async () => {
    const headers = cashier.pay.signed(body)
    const twice = ['timestamp', 'nonce', 'signature', 'serial'].map((name) => {
      const value = headers[`wechatpay-${name}`] ?? ''
      return send(body, { ...headers, [`wechatpay-${name}`]: [value, value] })
    })
    await isRefused(...twice)
  })

  test('[danger 2] a serial number that nobody has, __proto__ among them', async () => {
    const by = (serial: string) => send(body, cashier.pay.signed(body, { serial }))
    await isRefused(by('__proto__'), by('constructor'), by('PUB_KEY_ID_00000000'), by('é'))
  })

  test("WeChat's own probe of whether anybody looks", async () => {
    await isRefused(send(body, cashier.pay.signed(body, { signature: 'WECHATPAY/SIGNTEST/c2lnbmF0dXJl' })))
  })

  test('signed, but no JSON, no notification, or not encrypted with our key', async () => {
    const foreign = body.replace(/"ciphertext":"..../, '"ciphertext":"AAAA')
    const bodies = ['', 'not JSON', '<xml></xml>', '[]', 'null', '{"id":{}}', foreign]
    await isRefused(...bodies.map((one) => send(one, cashier.pay.signed(one))))
  })

  test('larger than any notification', async () => {
    const large = JSON.stringify({ id: 'EV-1', more: 'x'.repeat(70_000) })
    expect(await send(large, cashier.pay.signed(large))).toBe(413)
    expect(await kept()).toBe(0)
  })

  test('[danger 7] spaces, escapes, 1.0 and whatever type it says are taken as signed; the same written anew is not', async () => {
    const odd = body
      .replace('支付', '\\u652f\\u4ed8')
      .replace('"version":1', '"version" : 1.0')
      .replaceAll(',"', ' ,\r\n"')
    const headers = cashier.pay.signed(odd)
    await isRefused(send(JSON.stringify(JSON.parse(odd)), headers))
    expect(await post(cashier.app.url, odd, headers)).toBe(204)
    for (const type of ['text/plain', 'text/xml', 'application/json; charset=gbk'])
      expect(await send(odd, { ...headers, 'content-type': type })).toBe(204)
    expect([await cashier.state(id), await kept()]).toEqual(['confirmed', 1])
  })
})
