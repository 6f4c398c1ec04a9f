import type { KeyObject } from 'node:crypto'
import type { Settings } from '../settings/settings'

/** Everything that is needed to take money in our merchant's name. */
export interface Merchant {
  mchid: string
  appid: string
  baseUrl: string
  /** Where WeChat Pay tells us of payments and refunds. */
  notifyUrl: string
  /** Of the merchant's certificate, hexadecimal in capitals. */
  serial: string
  privateKey: KeyObject
  apiV3Key: Buffer
  /** What WeChat Pay may sign with, by id or serial number. A Map, so that `__proto__` names nothing. */
  platformKeys: ReadonlyMap<string, KeyObject>
  /** The one of them that it is asked to sign with. */
  platformKeyId: string
}

/** Undefined while no merchant is set up. */
export function merchantOf(settings: Settings): Merchant | undefined {
  const { wechatPayMchid: mchid, wechatPayCertificate, wechatPayPrivateKey: privateKey, publicUrl } = settings
  const { wechatPayApiV3Key: apiV3Key, wechatPayPublicKeys: keys } = settings
  const first = keys?.[0]
  if (!mchid || !wechatPayCertificate || !privateKey || !apiV3Key || !keys || !first || !publicUrl) return undefined
  return {
    mchid,
    appid: settings.wechatAppId,
    baseUrl: settings.wechatPayBaseUrl,
    notifyUrl: `${publicUrl}/wechat-pay/notifications`,
    serial: wechatPayCertificate.serialNumber,
    privateKey,
    apiV3Key,
    platformKeys: new Map(keys.map(({ id, key }) => [id, key])),
    platformKeyId: first.id,
  }
}
