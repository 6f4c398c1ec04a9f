import { createPrivateKey, createPublicKey, verify } from 'node:crypto'
import { type Merchant } from '../../bff/src/platform/wechat-pay/merchant'
import { decrypt, nonce, Plugin, signatureHolds, signLines } from '../../bff/src/platform/wechat-pay/plugin'
import { standingClock } from '../sandbox/clock/clock'
import { allColumns } from '../sandbox/wechat-pay/bill/columns'
import { orderBody } from '../sandbox/wechat-pay/merchant-client.fixture'
import { sampleMerchant, type SandboxMerchant } from '../sandbox/wechat-pay/sample-merchant'
import { checkAuthorization } from '../sandbox/wechat-pay/signing/authorization'
import { encryptResource } from '../sandbox/wechat-pay/signing/resource'
import { type RunningWechatPay, startWechatPay } from '../sandbox/wechat-pay/start-wechat-pay'

// The sandbox signs and encrypts with node:crypto alone, the BFF with wechatpay-axios-plugin: each checks the other.

describe('the library of the BFF and WeChat Pay of the sandbox', () => {
  const clock = standingClock()
  let sample: SandboxMerchant
  let pay: RunningWechatPay
  let ours: Merchant
  beforeAll(async () => {
    sample = await sampleMerchant()
    pay = await startWechatPay({ merchant: sample, clock })
    ours = {
      mchid: sample.mchid,
      appid: 'wx0000000000000001',
      baseUrl: pay.url,
      notifyUrl: 'http://127.0.0.1:9/wechat-pay/notifications',
      serial: sample.api.serial,
      privateKey: createPrivateKey(sample.api.privateKey),
      apiV3Key: Buffer.from(sample.apiV3Key),
      platformKeys: new Map([
        [sample.platform.id, createPublicKey(sample.platform.publicKey)],
        [sample.oldPlatform.serial, createPublicKey(sample.oldPlatform.certificate)],
      ]),
      platformKeyId: sample.platform.id,
    }
  })
  afterAll(() => pay.close())
  afterEach(() => pay.control.behaveWell())

  const signal = AbortSignal.timeout(30_000)
  const order = (number: string) => orderBody(clock.now(), { out_trade_no: number })
  const path = (number: string) => `v3/pay/transactions/out-trade-no/${encodeURIComponent(number)}`

  it.each(['JZ2023032000000001', 'JZ|2023*03-20_1'])(
    'its requests for %s pass, their answers are believed',
    async (number) => {
      const plugin = new Plugin(ours)
      const params = { mchid: ours.mchid }
      const jsapi = 'v3/pay/transactions/jsapi'
      expect(await plugin.send({ method: 'POST', path: jsapi, body: order(number), signal })).toMatchObject({
        kind: 'answer',
        status: 200,
      })
      expect(await plugin.send({ method: 'GET', path: path(number), params, signal })).toMatchObject({
        kind: 'answer',
        data: { out_trade_no: number, trade_state: 'NOTPAY' },
      })
      expect(await plugin.send({ method: 'POST', path: `${path(number)}/close`, body: params, signal })).toMatchObject({
        kind: 'answer',
        status: 204,
      })
      expect(pay.control.counts()).not.toHaveProperty('refused:SIGN_ERROR')
      expect(pay.control.counts()).not.toHaveProperty('without-wechatpay-serial')
    },
  )

  it.each(['unsigned', 'bad-signature', 'signtest', 'stale', 'future', 'unknown-serial', 'altered'] as const)(
    'an answer that is %s is not believed',
    async (kind) => {
      pay.control.switches.faults = [{ kind }]
      const call = { method: 'POST', path: 'v3/pay/transactions/jsapi', body: order(`JZ-${kind}`), signal } as const
      expect((await new Plugin(ours).send(call)).kind).toBe('unverified')
    },
  )

  it('callbacks hold under both keys of WeChat Pay, and what they say opens', () => {
    const plain = '{"out_trade_no":"JZ1","payer":"中文"}'
    for (const oldCertificate of [false, true]) {
      const resource = pay.control.encrypt(plain)
      const body = Buffer.from(JSON.stringify({ resource }))
      const headers = pay.control.signed(body, { oldCertificate })
      const holds = (bytes: Buffer) =>
        signatureHolds(
          headers['wechatpay-timestamp'] ?? '',
          headers['wechatpay-nonce'] ?? '',
          bytes,
          headers['wechatpay-signature'] ?? '',
          ours.platformKeys.get(headers['wechatpay-serial'] ?? '') ?? ours.privateKey,
        )
      expect([holds(body), holds(Buffer.from(`${body} `))]).toEqual([true, false])
      const { ciphertext, nonce: vector, associated_data: associated = '' } = resource
      expect(decrypt(ciphertext, ours.apiV3Key, vector, associated)).toBe(plain)
      expect(() => decrypt(ciphertext, ours.apiV3Key, vector, 'refund')).toThrow()
    }
  })

  it('what a phone is given to pay with is signed by the merchant', () => {
    const lines = [ours.appid, '1679274000', nonce(), 'prepay_id=wx20230320090000']
    const message = Buffer.from(lines.map((line) => `${line}\n`).join(''))
    const signature = Buffer.from(signLines(lines, ours.privateKey), 'base64')
    expect(verify('RSA-SHA256', message, sample.api.certificate, signature)).toBe(true)
  })
})

describe('what WeChat Pay prints in its public documents, at WeChat Pay of the sandbox:', () => {
  /**
   * The public half of its test key, and the signature that it prints for this request:
   * https://pay.weixin.qq.com/docs/partner/development/generate-request-signature-verification/request-body-parameters-signature.html
   */
  const key = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAptpm+qvIDCh/9wjU26SQ
CK26ogYkBhDrYxnAaw2JbbBsp1oDbHKk+1r381NeBUG2HEFAuU+Fr72u5ot3yKdz
oF/FajAzQNKnm569/D3upKoi8mYBaST15Uig8j8qoUW1U217LL0jEHlSnHV3lcaD
TXqDpTRR4Bfz9IqOgJgFZ8/oTfEomSrjrLYef81Eyxr7ZIMQXEKKEK7V4UXKS0+/
fDsiG/cXidhzt8UbTL9vqXqxM2+IDImyO+FAc/tkBG55LmzxPto1Nq0WbnZzRM/w
Tzrd0I/8NlevxtFbphg4evlHjFNI7+GrqR87ViEwuAJJ9Je5QQjct5YJfFRWiZ5C
MQIDAQAB
-----END PUBLIC KEY-----`
  const signature =
    'gEuexJ547PHFV77TQ6eiE4tphVYfWfUe1Wc2dBmVnoMYU2rl/M4zhw+b3vBhuMw6AC7pteNkryLA7UWU2h+umo0OdSuuLm1++O3NckQPCSfm6dypsjn4' +
    'GYm84KMqXWFrhFmyxEwIdEJDr3w1UYfxOcu55OQupfLkrt/ZzuOspnliJFrPzGQFUk7lGqMMtpz3EfbDUNxnVsHblORg3hVmuYNmbGWnS2ovU30Y2Q+i' +
    'KFDxzkaXBk8LTy6HzvxizRo6Q+J4SVM7O0hKXfgo1QdI68kpzNULb3EVBXlhTyPUzhkHzzLxECL1qHl3HH2hEv8++C+4wBlsagF3j/O6PABojA=='
  const body =
    '{"appid":"wxd678efh567hg6787","mchid":"1230000109","description":"Image形象店-深圳腾大-QQ公仔",' +
    '"out_trade_no":"1217752501201407033233368018","notify_url":"https://www.weixin.qq.com/wxpay/pay.php",' +
    '"amount":{"total":100,"currency":"CNY"},"payer":{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}}'
  const serial = '408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB'
  const fields = { mchid: '1900007291', nonce_str: '593BEC0C930BF1AFEB40B4A08C8FB242', timestamp: '1554208460' }

  const check = async (text: string) => {
    const sample = await sampleMerchant()
    const merchant = { ...sample, mchid: fields.mchid, api: { ...sample.api, serial, certificate: key } }
    const header = Object.entries({ ...fields, serial_no: serial, signature }).map(
      ([name, value]) => `${name}="${value}"`,
    )
    const request = {
      method: 'POST',
      target: '/v3/pay/transactions/jsapi',
      body: Buffer.from(text),
      authorization: `WECHATPAY2-SHA256-RSA2048 ${header.join(',')}`,
    }
    checkAuthorization(request, merchant, Number(fields.timestamp) * 1000)
  }

  it('its signed request passes, and no other', async () => {
    await expect(check(body)).resolves.toBeUndefined()
    await expect(check(body.replace('"total":100', '"total":101'))).rejects.toThrow('签名错误')
  })

  it("the cipher of its own library's test for Java is ours", () => {
    // github.com/wechatpay-apiv3/wechatpay-java, AeadAesCipherTest; the documents themselves print no cipher with its key.
    const key32 = 'a7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb'
    const { ciphertext } = encryptResource(key32, 'message', 'transaction', 'associatedData', 'uluk4a9R25RW')
    expect(ciphertext).toBe('ulwSiIajGClcvcOYvOQ7+l+0PAbzzwI=')
  })

  it('the bill has the columns of its sample', () => {
    // github.com/wechatpay-apiv3/wechatpay-php, tests/fixtures/bill.ALL.csv
    expect(allColumns.join(',')).toBe(
      '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,' +
        '微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注',
    )
  })
})
