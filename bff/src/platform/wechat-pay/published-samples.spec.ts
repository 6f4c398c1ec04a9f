import { createPublicKey, verify } from 'node:crypto'
import { Formatter } from 'wechatpay-axios-plugin'
import { decrypt, signatureHolds } from './plugin'

// Values that WeChat Pay prints so that everybody can compare: neither of our two implementations made them.

/** Public half of the test key of https://pay.weixin.qq.com/doc/v3/merchant/4012365336 and 4012365334. */
const merchantKey = publicKey(
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAptpm+qvIDCh/9wjU26SQCK26ogYkBhDrYxnAaw2JbbBsp1oDbHKk+1r381NeBUG2HEFAuU+' +
    'Fr72u5ot3yKdzoF/FajAzQNKnm569/D3upKoi8mYBaST15Uig8j8qoUW1U217LL0jEHlSnHV3lcaDTXqDpTRR4Bfz9IqOgJgFZ8/oTfEomSrjrLYef' +
    '81Eyxr7ZIMQXEKKEK7V4UXKS0+/fDsiG/cXidhzt8UbTL9vqXqxM2+IDImyO+FAc/tkBG55LmzxPto1Nq0WbnZzRM/wTzrd0I/8NlevxtFbphg4evl' +
    'HjFNI7+GrqR87ViEwuAJJ9Je5QQjct5YJfFRWiZ5CMQIDAQAB',
)

/** WeChat Pay's public key of https://pay.weixin.qq.com/doc/v3/merchant/4013053420. */
const platformKey = publicKey(
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwXNI6sdlknHBnK8Fu2U6Cwor9qY747jP8KAfeBMeveEt1TqaHkLfaSD07trZLhGpfs8/AHq' +
    'jhgSMO1O10YQWOrrJ4hjIWPKqxbgrYMkBQc+mwdiWp4W3ByCqxBRagCveCXRWCmuJYovl9H/bsDI0iGbpVtEOghJtfciisYSgxcLufUDTRkvwxjIBK' +
    '1pCRjk33jJ5YTBWTHMRtMAOcFLNF6hdEYdX8SPsgHHeLZ5Lv2T/686w1xtgCHef/sd4uSfWmyzsalQdHG/e4IyYmrhx+O3VBoNDzE3nx23bFeV/RVN' +
    'CG7cV6VhmYokJNHa/erIPkEmEFID6A5wQOXuxUkmJWwIDAQAB',
)

function publicKey(base64: string) {
  return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
}

const order =
  '{"appid":"wxd678efh567hg6787","mchid":"1230000109","description":"Image形象店-深圳腾大-QQ公仔",' +
  '"out_trade_no":"1217752501201407033233368018","notify_url":"https://www.weixin.qq.com/wxpay/pay.php",' +
  '"amount":{"total":100,"currency":"CNY"},"payer":{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}}'

test.each([
  [
    'POST',
    '/v3/pay/transactions/jsapi',
    order,
    'gEuexJ547PHFV77TQ6eiE4tphVYfWfUe1Wc2dBmVnoMYU2rl/M4zhw+b3vBhuMw6AC7pteNkryLA7UWU2h+umo0OdSuuLm1++O3NckQPCSfm6dypsjn4' +
      'GYm84KMqXWFrhFmyxEwIdEJDr3w1UYfxOcu55OQupfLkrt/ZzuOspnliJFrPzGQFUk7lGqMMtpz3EfbDUNxnVsHblORg3hVmuYNmbGWnS2ovU30Y2' +
      'Q+iKFDxzkaXBk8LTy6HzvxizRo6Q+J4SVM7O0hKXfgo1QdI68kpzNULb3EVBXlhTyPUzhkHzzLxECL1qHl3HH2hEv8++C+4wBlsagF3j/O6PABojA==',
  ],
  [
    'GET',
    '/v3/refund/domestic/refunds/123123123123',
    '',
    'Lc9VXxmeonkdV8Xk9tmigQFLhl0vRWTerdmoRu01aAnYwIrD/5nsSwE1WlmZGLRlAFTNQ3QsMa0+VRDlJp1Wp5p0nO8EK68b5sJBbjouxaFciIfq1zfD' +
      'WWz+jqhcMoKXI1A6dPm1AW7D4d30WsMTNzp6g23OXakIsh9LO3lUmwvTuE0BY8ncf6tNGk4wKmvXwERd/ZpoQY3MAVKz+Nakwc+2XBmzT66KcUehU' +
      '5kr4IvGa/lEU5RZb/q00zP9VLdBhC/jQSX3X1UcJLCtEc4gTmib4tnmAT+bHF/e17ZAuxDNcx6rqT8gNEXqaJGG+1OflMSTU2tpyG65G4dMKdFcoA==',
  ],
])('the printed signature of %s %s holds over what our library would sign', (method, path, body, signature) => {
  const message = Formatter.request(method, path, '1554208460', '593BEC0C930BF1AFEB40B4A08C8FB242', body)
  expect(verify('sha256', Buffer.from(message), merchantKey, Buffer.from(signature, 'base64'))).toBe(true)
})

test('the printed answer of WeChat Pay holds, and no other', () => {
  const signature =
    'mfI1CPqvBrgcXfgXMFjdNIhBf27ACE2YyeWsWV9ZI7T7RU0vHvbQpu9Z32ogzc+k8ZC5n3kz7h70eWKjgqNdKQF0eRp8mVKlmfzMLBVHbssB9jEZEDXT' +
    'hOX1XFqX7s7ymia1hoHQxQagPGzkdWxtlZPZ4ZPvr1RiqkgAu6Is8MZgXXrRoBKqjmSdrP1N7uxzJ/cjfSiis9FiLjuADoqmQ1P7p2N876YPAol7R' +
    'n0+GswwAwxldbdLrmVSjfytfSBJFqTMHn4itojgxSWWN1byuckQt8hSTEv/Lg97QoeGniYP17T80pJeQyL3b+295FPHSO2AtvCgyIbKMZ0BALilAA=='
  const holds = (body: string) =>
    signatureHolds('1722850421', 'd824f2e086d3c1df967785d13fcd22ef', Buffer.from(body), signature, platformKey)
  expect(holds('{"code_url":"weixin://wxpay/bizpayurl?pr=JyC91EIz1"}')).toBe(true)
  expect(holds('{"code_url":"weixin://wxpay/bizpayurl?pr=JyC91EIz2"}')).toBe(false)
})

test('the ciphertext with which WeChat Pay’s own library for Java is tested opens with ours', () => {
  const key = Buffer.from('a7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb')
  const ciphertext = 'ulwSiIajGClcvcOYvOQ7+l+0PAbzzwI='
  expect(decrypt(ciphertext, key, 'uluk4a9R25RW', 'associatedData')).toBe('message')
  expect(() => decrypt(ciphertext, key, 'uluk4a9R25RW', 'associatedDatA')).toThrow()
})
