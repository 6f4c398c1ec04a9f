import { createPublicKey } from 'node:crypto'
import { type CallOptions } from './merchant-client.fixture'
import { jsapi, payWorld, type PayWorld } from './pay-world.fixture'
import { newMerchant } from './sample-merchant'

describe('signatures of requests', () => {
  let world: PayWorld
  beforeEach(async () => (world = await payWorld()))
  afterEach(() => world.shut())

  const send = (options: CallOptions) => world.prepay(world.body(), options)

  it('one whose body was changed after signing is told precisely what the server saw', async () => {
    const order = world.body()
    const { status, body, number } = await world.prepay(order, {
      signedBody: JSON.stringify({ ...order, amount: { total: 1 } }),
    })
    expect([status, body.code, body.message, number]).toEqual([401, 'SIGN_ERROR', '签名错误，请检查后再试', 268443699])
    expect(body.detail).toMatchObject({
      detail: { issue: 'sign not match' },
      field: 'signature',
      location: 'authorization',
      sign_information: { method: 'POST', url: jsapi },
    })
    const { truncated_sign_message: shown, sign_message_length: length } = body.detail.sign_information
    expect(shown).toMatch(/^POST\n\/v3\/pay\/transactions\/jsapi\n\d{10}\n[0-9a-f]{32}\n\{"appid"\n$/)
    const lines = ['POST', jsapi, '0000000000', '0'.repeat(32), JSON.stringify(order)]
    expect(length).toBe(Buffer.byteLength(lines.map((line) => `${line}\n`).join('')))
  })

  it.each<[string, CallOptions]>([
    ['none', { headers: { authorization: undefined } }],
    ['another scheme', { authorization: 'WECHATPAY2-SM2-WITH-SM3 mchid="1900000109"' }],
    ['fields missing', { authorization: 'WECHATPAY2-SHA256-RSA2048 mchid="1900000109",nonce_str="a"' }],
    ['a field without quotes', { authorization: 'WECHATPAY2-SHA256-RSA2048 mchid=1900000109' }],
    ['another merchant', { mchid: '1900000110' }],
    ['an unknown serial number', { serial: 'ABCDEF0123456789' }],
    ['a clock six minutes slow', { skew: -360 }],
    ['a clock six minutes fast', { skew: 360 }],
    ['another target', { signedTarget: `${jsapi}?a=1` }],
  ])('%s: SIGN_ERROR, and nothing is done', async (_what, options) => {
    const { status, body } = await send(options)
    expect([status, body.code]).toEqual([401, 'SIGN_ERROR'])
    expect(world.control.orders()).toEqual([])
  })

  it('a signature by another key under the right serial number is refused', async () => {
    const other = await newMerchant()
    expect((await send({ key: other.api.privateKey })).body.code).toBe('SIGN_ERROR')
  })

  it.each([-290, 290])('a clock %i s off is taken', async (skew) => {
    expect((await send({ skew })).status).toBe(200)
  })

  it('the query is signed as it is sent, whatever its encoding', async () => {
    const number = await world.ordered({ out_trade_no: 'JZ|2023*03-20_1' })
    const path = `/v3/pay/transactions/out-trade-no/${encodeURIComponent(number)}?mchid=${world.merchant.mchid}`
    expect((await world.call('GET', path)).body.out_trade_no).toBe(number)
    const decoded = decodeURIComponent(path)
    expect((await world.call('GET', path, { signedTarget: decoded })).body.code).toBe('SIGN_ERROR')
  })

  it('calls without Accept, with another content type or a key that nobody has are refused', async () => {
    for (const headers of [
      { accept: '' },
      { 'user-agent': '' },
      { 'content-type': 'text/plain' },
      { 'wechatpay-serial': 'PUB_KEY_ID_1' },
    ])
      expect((await send({ headers })).body.code).toBe('PARAM_ERROR')
  })

  it('answers are signed by the public key for those who ask for it by its id, else by the certificate of before', async () => {
    const { platform, oldPlatform } = world.merchant
    const signers = []
    for (const serial of [platform.id, oldPlatform.serial, undefined]) {
      const answer = await send({ headers: { 'wechatpay-serial': serial } })
      expect(answer.trusted).toBe(true)
      signers.push(answer.headers.get('wechatpay-serial'))
    }
    expect(signers).toEqual([platform.id, oldPlatform.serial, oldPlatform.serial])
  })

  it('with the check switched off anything is taken; a clock that is off refuses what is right', async () => {
    world.control.switches.clockOffsetMs = 600_000
    expect((await send({})).body.code).toBe('SIGN_ERROR')
    world.control.behaveWell()
    world.control.switches.checkSignatures = false
    expect((await send({ headers: { authorization: undefined } })).status).toBe(200)
  })
})

describe('the sample merchant', () => {
  it('has certificates that belong to its keys, and a key of 32 characters', async () => {
    const { api, oldPlatform, platform, apiV3Key, mchid } = await newMerchant()
    for (const { certificate, privateKey, serial } of [api, oldPlatform]) {
      expect(createPublicKey(certificate).export({ type: 'spki', format: 'pem' })).toBe(
        createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }),
      )
      expect(serial).toMatch(/^[0-9A-F]+$/)
    }
    expect(createPublicKey(platform.privateKey).export({ type: 'spki', format: 'pem' })).toBe(platform.publicKey)
    expect(platform.id).toMatch(new RegExp(`^PUB_KEY_ID_0${mchid}\\d{22}$`))
    expect(Buffer.byteLength(apiV3Key)).toBe(32)
  })
})
