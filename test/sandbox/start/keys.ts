import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newMerchant, type SandboxMerchant } from '../wechat-pay/sample-merchant'

/** What the services share; made once per data folder, since the data can be read only with them. */
export interface Keys {
  officeKeys: string
  officeDigestKey: string
  fieldKeys: string
  indexKey: string
  wechatAppSecret: string
}

export function keysOf(folder: string): Keys {
  const file = join(folder, 'keys.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const key = (): string => randomBytes(32).toString('base64')
  const keys: Keys = {
    officeKeys: `k1:${key()}`,
    officeDigestKey: key(),
    fieldKeys: `k1:${key()}`,
    indexKey: key(),
    wechatAppSecret: randomBytes(16).toString('hex'),
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 })
  return keys
}

/** What the console and the BFF share for WeChat's events; derived, so that a folder from before they were there goes on. */
export function messageKeysOf({ wechatAppSecret }: Keys): { token: string; aesKey: string } {
  const derived = (of: string): string => createHash('sha256').update(`${of} ${wechatAppSecret}`).digest('hex')
  return { token: derived('token').slice(0, 32), aesKey: derived('aes').slice(0, 43) }
}

/** The merchant's keys and WeChat Pay's, as well made once per data folder. `file` is what WeChat Pay's process reads. */
export async function merchantOf(folder: string): Promise<{ merchant: SandboxMerchant; file: string }> {
  const file = join(folder, 'merchant.json')
  if (existsSync(file)) return { merchant: JSON.parse(readFileSync(file, 'utf8')), file }
  const merchant = await newMerchant()
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(merchant), { mode: 0o600 })
  return { merchant, file }
}
