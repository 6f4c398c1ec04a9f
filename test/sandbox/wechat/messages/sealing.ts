import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { type PushAddress, type PushRequest } from './types'

const sha1 = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex')

/** 加密: 16 random bytes, the length, the text and the appid; filled up to 32 bytes; AES-256-CBC. */
export function seal(aesKey: string, appid: string, text: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const message = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(message.length)
  const plain = Buffer.concat([randomBytes(16), length, message, Buffer.from(appid)])
  const fill = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(fill, fill)), cipher.final()]).toString(
    'base64',
  )
}

/** The request that brings `text` to the address; `at` in seconds since 1970. */
export function pushRequest(address: PushAddress, appid: string, text: string, at: number): PushRequest {
  const { url, token, aesKey, format } = address
  const timestamp = String(at)
  const nonce = String(randomBytes(6).readUIntBE(0, 6))
  const query = new URLSearchParams({ signature: sha1(token, timestamp, nonce), timestamp, nonce })
  const contentType = format === 'json' ? 'application/json' : 'text/xml'
  if (aesKey === undefined) return { url: `${url}?${query}`, contentType, body: text }
  const sealed = seal(aesKey, appid, text)
  query.set('encrypt_type', 'aes')
  query.set('msg_signature', sha1(token, timestamp, nonce, sealed))
  const outer = { ToUserName: 'gh_sample0000001', Encrypt: sealed }
  const xml = `<xml><ToUserName><![CDATA[${outer.ToUserName}]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`
  return { url: `${url}?${query}`, contentType, body: format === 'json' ? JSON.stringify(outer) : xml }
}

/** The console's check of an address: whoever has the token answers with `echostr`. */
export function checkUrl({ url, token }: PushAddress, echostr: string, at: number): string {
  const timestamp = String(at)
  const nonce = String(randomBytes(6).readUIntBE(0, 6))
  return `${url}?${new URLSearchParams({ signature: sha1(token, timestamp, nonce), timestamp, nonce, echostr })}`
}
