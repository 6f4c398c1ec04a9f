import { randomBytes, sign } from 'node:crypto'
import { type SandboxMerchant } from '../sample-merchant'
import { signingKey } from './keys'

/** What may be changed in the headers that WeChat Pay signs an answer or a callback with. */
export interface SignatureChanges {
  /** Seconds since 1970. */
  timestamp?: number | string
  nonce?: string
  serial?: string
  /** Sent instead of the right one. */
  signature?: string
  /** Signs with the old platform certificate, under its serial number. */
  oldCertificate?: boolean
}

/** The five headers of an answer or a callback. `now`: milliseconds, of the clock that signatures follow. */
export function signatureHeaders(
  merchant: SandboxMerchant,
  body: string | Buffer,
  now: number,
  changes: SignatureChanges = {},
): Record<string, string> {
  const signer = changes.oldCertificate
    ? { id: merchant.oldPlatform.serial, key: merchant.oldPlatform.privateKey }
    : { id: merchant.platform.id, key: merchant.platform.privateKey }
  const timestamp = String(changes.timestamp ?? Math.floor(now / 1000))
  const nonce = changes.nonce ?? randomBytes(16).toString('hex')
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), Buffer.from(body), Buffer.from('\n')])
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': changes.signature ?? sign('RSA-SHA256', message, signingKey(signer.key)).toString('base64'),
    'wechatpay-serial': changes.serial ?? signer.id,
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  }
}

/** What WeChat Pay now and then sends to learn whether signatures are checked. */
export function probeSignature(): string {
  return `WECHATPAY/SIGNTEST/${randomBytes(240).toString('base64')}`
}

/** Well-formed, of the right length, and wrong. */
export function wrongSignature(): string {
  return randomBytes(256).toString('base64')
}
