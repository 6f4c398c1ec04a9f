import { createDecipheriv, randomBytes, sign, verify } from 'node:crypto'
import { type SandboxMerchant } from './sample-merchant'

export interface Answered {
  status: number
  /** Parsed where it is JSON, else undefined. */
  body: any
  text: string
  bytes: Buffer
  headers: Headers
  /** Whether the answer is rightly signed by a key that the merchant knows, within 300 s. */
  trusted: boolean
  /** The numeric code at the end of Request-ID. */
  number: number
}

export interface CallOptions {
  body?: object | string
  /** Signed instead of what is sent. */
  signedBody?: string
  signedTarget?: string
  authorization?: string
  mchid?: string
  serial?: string
  key?: string
  /** Seconds added to the machine's clock. */
  skew?: number
  headers?: Record<string, string | undefined>
  signal?: AbortSignal
}

/** A merchant as the documents describe it, on node:crypto alone. */
export function merchantClient(url: string, merchant: SandboxMerchant) {
  return async (method: 'GET' | 'POST', target: string, options: CallOptions = {}): Promise<Answered> => {
    const { body = '' } = options
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const headers = new Headers()
    const all = {
      authorization: options.authorization ?? authorization(merchant, method, target, text, options),
      accept: 'application/json',
      'user-agent': 'merchant-client/1',
      'wechatpay-serial': merchant.platform.id,
      ...(text !== '' && { 'content-type': 'application/json' }),
      ...options.headers,
    }
    for (const [name, value] of Object.entries(all)) if (value !== undefined) headers.set(name, value)
    const answer = await fetch(url + target, {
      method,
      headers,
      redirect: 'manual',
      ...(options.signal && { signal: options.signal }),
      ...(text !== '' && { body: text }),
    })
    const content = Buffer.from(await answer.arrayBuffer())
    return {
      status: answer.status,
      headers: answer.headers,
      text: content.toString(),
      bytes: content,
      body: parse(content),
      trusted: isTrusted(merchant, answer.headers, content),
      number: Number(answer.headers.get('request-id')?.split('-').at(-1)),
    }
  }
}

function authorization(
  merchant: SandboxMerchant,
  method: string,
  target: string,
  body: string,
  { skew = 0, key = merchant.api.privateKey, ...options }: CallOptions,
): string {
  const timestamp = Math.floor(Date.now() / 1000) + skew
  const nonce = randomBytes(16).toString('hex')
  const lines = [method, options.signedTarget ?? target, timestamp, nonce, options.signedBody ?? body]
  const signature = sign('RSA-SHA256', Buffer.from(lines.map((line) => `${line}\n`).join('')), key).toString('base64')
  const { mchid = merchant.mchid, serial = merchant.api.serial } = options
  return `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${serial}",signature="${signature}"`
}

/** As the merchant checks an answer or a callback: known key, 300 s, raw bytes. */
export function isTrusted(merchant: SandboxMerchant, headers: Headers, body: Buffer): boolean {
  const [timestamp, nonce, signature, serial] = ['timestamp', 'nonce', 'signature', 'serial'].map(
    (name) => headers.get(`wechatpay-${name}`) ?? '',
  )
  const keys = new Map([
    [merchant.platform.id, merchant.platform.publicKey],
    [merchant.oldPlatform.serial, merchant.oldPlatform.certificate],
  ])
  const key = keys.get(serial ?? '')
  if (!key || Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')])
  return verify('RSA-SHA256', message, key, Buffer.from(signature ?? '', 'base64'))
}

/** What a callback's `resource` says. Throws where its tag is wrong. */
export function decrypt(apiV3Key: string, resource: any): any {
  const bytes = Buffer.from(resource.ciphertext, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', apiV3Key, resource.nonce, { authTagLength: 16 })
  decipher.setAAD(Buffer.from(resource.associated_data ?? ''))
  decipher.setAuthTag(bytes.subarray(-16))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString())
}

function parse(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString())
  } catch {
    return undefined
  }
}

/** An order of the sample merchant that is all right, and may be paid for a day from `now`. */
export function orderBody(now: number, changes: object = {}): Record<string, unknown> {
  return {
    appid: 'wx0000000000000001',
    mchid: '1900000109',
    description: '考务费：焦作市2023年技能等级考核',
    out_trade_no: `JZ${randomBytes(8).toString('hex')}`,
    time_expire: `${new Date(now + 32 * 3_600_000).toISOString().slice(0, 19)}+08:00`,
    notify_url: 'http://127.0.0.1:9/wechat-pay/notifications',
    amount: { total: 18_000, currency: 'CNY' },
    payer: { openid: 'oSampleOpenid000000000000001' },
    ...changes,
  }
}
