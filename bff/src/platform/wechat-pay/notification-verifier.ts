import { Logger } from '@nestjs/common'
import type { RawRequest } from '../http/raw-routes'
import { machineNow } from '../time/machine-now'
import type { Merchant } from './merchant'
import { decrypt, probePrefix, signatureHolds } from './plugin'
import { readRefund, readTrade } from './read-trade'
import type { PayNotification, Verified } from './trade'
import { fieldsOf, jsonOf, textOf } from './wire-fields'

type Keys = Pick<Merchant, 'platformKeys' | 'apiV3Key'>

/** Older or newer ones are refused, so that a recorded one cannot be played again later. */
const windowSeconds = 300

/** Whether a notification is WeChat Pay's: over its bytes as they came, before anything of them is parsed. */
export class NotificationVerifier {
  private readonly logger = new Logger('wechat-pay')

  constructor(private readonly keys: Keys) {}

  /** Never throws: the request is anybody's. */
  verify({ headers, body }: Pick<RawRequest, 'headers' | 'body'>): Verified {
    const reason = this.distrust(headers, body)
    if (reason !== undefined) return { ok: false, reason }
    return this.open(body)
  }

  private distrust(headers: RawRequest['headers'], body: Buffer): string | undefined {
    // A header that came twice reaches us as a list, or as one text with a comma that none of these patterns allows.
    const timestamp = matching(headers['wechatpay-timestamp'], /^\d{1,12}$/)
    const nonce = matching(headers['wechatpay-nonce'], /^[\w+/=-]{1,128}$/)
    const serial = matching(headers['wechatpay-serial'], /^\w{1,128}$/)
    const signature = headers['wechatpay-signature']
    if (typeof signature === 'string' && signature.startsWith(probePrefix)) return 'signature probe'
    const base64 = matching(signature, /^[A-Za-z0-9+/]{1,2048}={0,2}$/)
    if (!timestamp || !nonce || !serial || !base64) return 'headers'
    const key = this.keys.platformKeys.get(serial)
    if (!key) return 'serial number'
    if (!(Math.abs(machineNow().getTime() / 1000 - Number(timestamp)) <= windowSeconds)) return 'out of time'
    return signatureHolds(timestamp, nonce, body, base64, key) ? undefined : 'signature'
  }

  /** Signed by WeChat Pay from here on. What we cannot read of it is its news, not an attack: `other`. */
  private open(body: Buffer): Verified {
    const { id, event_type: eventType, resource } = fieldsOf(jsonOf(body))
    const known = textOf(id)
    if (known === undefined || known.length > 64) return { ok: false, reason: 'no notification' }
    const type = (textOf(eventType) ?? 'unknown').slice(0, 64)
    const { algorithm, ciphertext, nonce, associated_data: associated } = fieldsOf(resource)
    const other: PayNotification = { id: known, event: { kind: 'other', type } }
    if (algorithm !== 'AEAD_AES_256_GCM' || typeof ciphertext !== 'string' || typeof nonce !== 'string')
      return { ok: true, notification: other }
    const plain = this.decrypted(ciphertext, nonce, textOf(associated) ?? '')
    if (plain === undefined) return { ok: false, reason: 'ciphertext' }
    return { ok: true, notification: { id: known, event: readEvent(type, jsonOf(plain)) ?? other.event } }
  }

  private decrypted(ciphertext: string, nonce: string, associatedData: string): string | undefined {
    try {
      return decrypt(ciphertext, this.keys.apiV3Key, nonce, associatedData)
    } catch {
      this.logger.error(
        'a notification of WeChat Pay cannot be decrypted: is WECHAT_PAY_API_V3_KEY the one set in its console?',
      )
      return undefined
    }
  }
}

function matching(value: string | string[] | undefined, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined
}

function readEvent(type: string, plain: unknown): PayNotification['event'] | undefined {
  if (type === 'TRANSACTION.SUCCESS') {
    const trade = readTrade(plain)
    return trade && { kind: 'paid', trade }
  }
  if (!/^REFUND\.(SUCCESS|ABNORMAL|CLOSED)$/.test(type)) return undefined
  const refund = readRefund(plain, 'refund_status')
  const mchid = textOf(fieldsOf(plain)['mchid'])
  return refund && mchid !== undefined ? { kind: 'refund', mchid, refund } : undefined
}
