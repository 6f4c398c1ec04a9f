import { createCipheriv, randomBytes } from 'node:crypto'
import type { SandboxMerchant } from '../../../../test/sandbox/wechat-pay/sample-merchant'
import { appid } from './pay-server.fixture'

/** As printed in WeChat Pay's documents of the JSAPI notification. */
export const paid = (merchant: SandboxMerchant) => ({
  transaction_id: '1217752501201407033233368018',
  amount: { payer_total: 4000, total: 4000, currency: 'CNY', payer_currency: 'CNY' },
  mchid: merchant.mchid,
  trade_state: 'SUCCESS',
  bank_type: 'CMC',
  success_time: '2023-03-29T10:34:56+08:00',
  payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
  out_trade_no: '1217752501201407033233368018',
  appid,
  trade_state_desc: '支付成功',
  trade_type: 'JSAPI',
  attach: '',
  scene_info: { device_id: '013467007045764' },
})

export const envelope = (resource: object, type = 'TRANSACTION.SUCCESS') => ({
  id: 'EV-2018022511223320873',
  create_time: '2023-03-29T10:34:57+08:00',
  resource_type: 'encrypt-resource',
  event_type: type,
  summary: '支付成功',
  resource,
})

/** A whole notification; `associated` undefined: the field is missing. */
export function notification(
  merchant: SandboxMerchant,
  plain: object | string = paid(merchant),
  type?: string,
  associated: string | undefined = 'transaction',
): string {
  return JSON.stringify(envelope(encrypted(plain, merchant.apiV3Key, associated), type))
}

/** The `resource` of a notification, by node:crypto alone. `associatedData` undefined: the field is missing. */
export function encrypted(plain: object | string, apiV3Key: string, associatedData: string | undefined): object {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from(associatedData ?? ''))
  const text = typeof plain === 'string' ? plain : JSON.stringify(plain)
  const bytes = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()])
  return {
    original_type: 'transaction',
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    associated_data: associatedData,
    nonce,
  }
}
