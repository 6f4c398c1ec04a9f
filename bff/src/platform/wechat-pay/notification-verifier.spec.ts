import { generateKeyPairSync } from 'node:crypto'
import { sampleMerchant, type SandboxMerchant } from '../../../../test/sandbox/wechat-pay/sample-merchant'
import { appid, catchLog, machineSeconds, openWechatPay, signed, type SignatureHeaders } from './pay-server.fixture'
import { encrypted, envelope, notification, paid } from './notification.fixture'
import type { Verified } from './trade'
import type { WechatPay } from './wechat-pay'

let merchant: SandboxMerchant
let pay: WechatPay

beforeAll(async () => {
  merchant = await sampleMerchant()
  pay = await openWechatPay('http://127.0.0.1:9')
})

beforeEach(() => void catchLog())

const bodyOf = (plain?: object | string, type?: string, associated?: string) =>
  notification(merchant, plain, type, associated)

type Headers = Record<string, string | string[] | undefined>
const verify = (body: string | Buffer, headers: Headers = signed(body, merchant.platform)): Verified =>
  pay.verify({ headers, body: Buffer.from(body) })

const refusal = (body: string | Buffer, headers?: Headers): string => {
  const result = verify(body, headers)
  return result.ok ? 'accepted' : result.reason
}

const changed = (headers: SignatureHeaders, changes: Headers): Headers => ({ ...headers, ...changes })

test('a payment is read from its notification', () => {
  expect(verify(bodyOf())).toEqual({
    ok: true,
    notification: {
      id: 'EV-2018022511223320873',
      event: {
        kind: 'paid',
        trade: {
          appid,
          mchid: merchant.mchid,
          outTradeNo: '1217752501201407033233368018',
          state: 'SUCCESS',
          transactionId: '1217752501201407033233368018',
          successTime: new Date('2023-03-29T02:34:56Z'),
          totalCents: 4000,
          currency: 'CNY',
        },
      },
    },
  })
})

test('a refund is read from its notification, which says refund_status and no currency', () => {
  const plain = {
    mchid: merchant.mchid,
    transaction_id: '1008450740201411110005820873',
    out_trade_no: '20150806125346',
    refund_id: '50200207182018070300011301001',
    out_refund_no: '7752501201407033233368018',
    refund_status: 'ABNORMAL',
    user_received_account: '招商银行信用卡0403',
    amount: { total: 999, refund: 900, payer_total: 999, payer_refund: 900 },
  }
  const result = verify(bodyOf(plain, 'REFUND.ABNORMAL', 'refund'))
  expect(result).toMatchObject({
    notification: {
      event: {
        kind: 'refund',
        mchid: merchant.mchid,
        refund: { outRefundNo: '7752501201407033233368018', state: 'ABNORMAL', refundCents: 900 },
      },
    },
  })
})

test('[danger 1] what anybody else has signed, or nobody, is refused', () => {
  const stranger = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const body = bodyOf()
  expect(refusal(body, signed(body, { id: merchant.platform.id, privateKey: stranger.privateKey }))).toBe('signature')
  expect(refusal(body, signed(body, { id: merchant.platform.id, privateKey: merchant.api.privateKey }))).toBe(
    'signature',
  )
  expect(refusal(body, {})).toBe('headers')
  for (const name of ['timestamp', 'nonce', 'signature', 'serial'])
    expect(refusal(body, changed(signed(body, merchant.platform), { [`wechatpay-${name}`]: undefined }))).toBe(
      'headers',
    )
})

test('[danger 1] every single bit counts', () => {
  const body = Buffer.from(bodyOf())
  const headers = signed(body, merchant.platform)
  for (let bit = 0; bit < body.length * 8; bit += 97) {
    const flipped = Buffer.from(body)
    flipped.writeUInt8((flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3)
    expect(refusal(flipped, headers)).toBe('signature')
  }
  expect(refusal(Buffer.concat([body, Buffer.from('\n')]), headers)).toBe('signature')
  expect(refusal(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]), headers)).toBe('signature')
})

test('[danger 1] one that was recorded, or is dated ahead, is refused after five minutes of real time', () => {
  const body = bodyOf()
  const dated = (offset: number | string) =>
    refusal(
      body,
      signed(body, merchant.platform, typeof offset === 'string' ? offset : String(machineSeconds() + offset)),
    )
  expect([dated(-290), dated(290)]).toEqual(['accepted', 'accepted'])
  expect([dated(-302), dated(305), dated(-31_536_000)]).toEqual(Array(3).fill('out of time'))
  for (const text of ['', 'NaN', '0x64', '1e9', '-1', `${machineSeconds()}.0`, ` ${machineSeconds()}`, 'Infinity'])
    expect(dated(text)).toBe('headers')
})

test('[danger 1] a header that came twice is refused, as a list and as Node joins it', () => {
  const body = bodyOf()
  const headers = signed(body, merchant.platform)
  for (const [name, value] of Object.entries(headers)) {
    expect(refusal(body, changed(headers, { [name]: [value, value] }))).toBe('headers')
    expect(refusal(body, changed(headers, { [name]: `${value}, ${value}` }))).toBe('headers')
    expect(refusal(body, changed(headers, { [name]: `${value},${value}` }))).toBe('headers')
  }
})

test('[danger 2] the public key and the old platform certificate are both accepted, any other serial is refused', () => {
  const body = bodyOf()
  const old = { id: merchant.oldPlatform.serial, privateKey: merchant.oldPlatform.privateKey }
  expect(refusal(body, signed(body, merchant.platform))).toBe('accepted')
  expect(refusal(body, signed(body, old))).toBe('accepted')
  const swapped = { id: old.id, privateKey: merchant.platform.privateKey }
  expect(refusal(body, signed(body, swapped))).toBe('signature')
  for (const id of ['__proto__', 'constructor', 'toString', merchant.api.serial, old.id.toLowerCase(), 'PUB_KEY_ID_9'])
    expect(refusal(body, signed(body, { ...merchant.platform, id }))).toBe('serial number')
})

test('[danger 5] a signature probe is refused', () => {
  const body = bodyOf()
  const headers = signed(body, merchant.platform)
  const probe = `WECHATPAY/SIGNTEST/${headers['wechatpay-signature'].slice(19)}`
  expect(refusal(body, changed(headers, { 'wechatpay-signature': probe }))).toBe('signature probe')
})

test('[danger 7] spaces, escapes, 1.0 and another order of keys are accepted as signed; the same written anew is not', () => {
  const { resource, ...rest } = envelope(encrypted(paid(merchant), merchant.apiV3Key, 'transaction'))
  const plain = JSON.stringify({ resource, ...rest, version: 1 })
  const odd = plain
    .replace('支付', '\\u652f\\u4ed8')
    .replace('"version":1', '"version" : 1.0')
    .replaceAll('","', '" ,\r\n "')
  expect(odd).toContain('\\u652f')
  const headers = signed(odd, merchant.platform)
  expect(verify(odd, headers)).toMatchObject({ ok: true, notification: { event: { kind: 'paid' } } })
  expect(refusal(JSON.stringify(JSON.parse(odd)), headers)).toBe('signature')
  expect(verify(plain)).toMatchObject({ ok: true })
})

test('a ciphertext that is changed, cut, or bound to other data is refused, though the bytes around it are signed', () => {
  const resource = encrypted(paid(merchant), merchant.apiV3Key, 'transaction') as { ciphertext: string }
  const bytes = Buffer.from(resource.ciphertext, 'base64')
  const withText = (ciphertext: Buffer, more = {}) =>
    refusal(JSON.stringify(envelope({ ...resource, ciphertext: ciphertext.toString('base64'), ...more })))
  expect(withText(bytes)).toBe('accepted')
  const flip = (at: number) => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)))
  for (const at of [0, bytes.length - 17, bytes.length - 16, bytes.length - 1])
    expect(withText(flip(at))).toBe('ciphertext')
  for (const length of [0, 4, 8, 12, 15, 16, bytes.length - 1])
    expect(withText(bytes.subarray(0, length))).toBe('ciphertext')
  expect(withText(bytes, { associated_data: 'other' })).toBe('ciphertext')
  expect(withText(bytes, { associated_data: '' })).toBe('ciphertext')
  expect(withText(bytes, { nonce: '' })).toBe('ciphertext')
})

test('a tag that is shorter than 16 bytes is refused, though it fits', () => {
  // Of 12 bytes the library would take the last 4 as the tag, and GCM would be content with them.
  const cut = encrypted('{"a": 1}', merchant.apiV3Key, '') as { ciphertext: string }
  const ciphertext = Buffer.from(cut.ciphertext, 'base64').subarray(0, 8 + 4)
  expect(refusal(JSON.stringify(envelope({ ...cut, ciphertext: ciphertext.toString('base64') })))).toBe('ciphertext')
})

test('associated data may be empty or missing', () => {
  expect(verify(bodyOf(paid(merchant), undefined, ''))).toMatchObject({
    ok: true,
    notification: { event: { kind: 'paid' } },
  })
  const missing = JSON.stringify(envelope(encrypted(paid(merchant), merchant.apiV3Key, undefined)))
  expect(missing).not.toContain('associated_data')
  expect(verify(missing)).toMatchObject({ ok: true, notification: { event: { kind: 'paid' } } })
})

test('news that we do not know is WeChat Pay’s all the same', () => {
  const { ok: _, ...resource } = { ok: true, ...encrypted(paid(merchant), merchant.apiV3Key, 'transaction') }
  const bodies = [
    bodyOf(paid(merchant), 'PAYSCORE.USER_PAID'),
    bodyOf({ ...paid(merchant), trade_state: 'NEW_STATE' }),
    bodyOf({ ...paid(merchant), amount: { total: '4000', currency: 'CNY' } }),
    bodyOf({ ...paid(merchant), amount: { total: 40.5, currency: 'CNY' } }),
    bodyOf({ ...paid(merchant), success_time: 'yesterday' }),
    bodyOf({ ...paid(merchant), out_trade_no: 7 }),
    bodyOf('not JSON'),
    bodyOf('null'),
    bodyOf({ mchid: merchant.mchid }, 'REFUND.SUCCESS'),
    JSON.stringify(envelope({ ...resource, algorithm: 'AEAD_SM4_128_GCM' })),
    JSON.stringify(envelope([])),
  ]
  for (const body of bodies)
    expect(verify(body)).toMatchObject({ ok: true, notification: { event: { kind: 'other' } } })
})

test('signed bytes that are no notification are refused', () => {
  for (const body of ['', 'null', '[]', '"x"', '<xml/>', '{', '{"id":""}', '{"id":7}', `{"id":"${'x'.repeat(65)}"}`])
    expect(refusal(body)).toBe('no notification')
  expect(refusal(Buffer.from([0xff, 0xfe, 0x00]))).toBe('no notification')
})

test('while no merchant is set up every notification is refused', async () => {
  const nothing = ['MCHID', 'CERTIFICATE', 'PRIVATE_KEY', 'API_V3_KEY', 'PUBLIC_KEYS']
  const closed = await openWechatPay(
    'http://127.0.0.1:9',
    Object.fromEntries(nothing.map((name) => [`WECHAT_PAY_${name}`, ''])),
  )
  const body = bodyOf()
  expect(closed.merchant).toBeUndefined()
  expect(closed.verify({ headers: signed(body, merchant.platform), body: Buffer.from(body) }).ok).toBe(false)
  expect(() => closed.payRequest('wx1')).toThrow('WeChat Pay is not set up')
  await expect(closed.query('order1')).rejects.toThrow('WeChat Pay is not set up')
})
