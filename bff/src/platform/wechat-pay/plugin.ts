import type { KeyObject } from 'node:crypto'
import { Aes, Decorator, Formatter, Rsa } from 'wechatpay-axios-plugin'
import type { Merchant } from './merchant'
import { fieldsOf, textOf } from './wire-fields'

export interface PluginCall {
  method: 'GET' | 'POST'
  /** Without a leading slash; the library knows by it which answers bear no signature. */
  path: string
  params?: Record<string, string>
  /** An object: the library signs what it serialises, and a text would be serialised twice. */
  body?: object
  signal: AbortSignal
  /** A file, not JSON. */
  file?: true
}

/**
 * `answer`: with 2xx verified (but for files, which WeChat Pay does not sign), otherwise unsigned, as WeChat Pay sends its errors.
 * `unverified`: a 2xx that cannot be trusted. `none`: nothing readable came.
 */
export type PluginAnswer =
  | { kind: 'answer'; status: number; requestId: string | undefined; data: unknown }
  | { kind: 'unverified'; reason: string; requestId: string | undefined }
  | { kind: 'none'; reason: string }

const answerLimit = 256 * 1024
const fileLimit = 32 * 1024 * 1024

/** wechatpay-axios-plugin with its defaults made safe. The only file that knows it. */
export class Plugin {
  private readonly http

  constructor(merchant: Merchant) {
    const config = {
      mchid: merchant.mchid,
      serial: merchant.serial,
      privateKey: merchant.privateKey,
      certs: Object.fromEntries(merchant.platformKeys),
      baseURL: merchant.baseUrl,
      // The library follows redirects, and would take proxies from the environment.
      maxRedirects: 0,
      proxy: false,
      // The library sends no Wechatpay-Serial, and without it WeChat Pay may sign with a key that we do not have.
      headers: {
        Accept: 'application/json',
        'Accept-Encoding': 'identity',
        'Wechatpay-Serial': merchant.platformKeyId,
      },
    }
    this.http = Decorator.jsonBased(config)
  }

  async send({ method, path, params, body, signal, file }: PluginCall): Promise<PluginAnswer> {
    try {
      const response = await this.http.request<unknown>({
        method,
        url: path,
        params,
        data: body,
        signal,
        maxContentLength: file ? fileLimit : answerLimit,
        ...(file && { responseType: 'arraybuffer', headers: { Accept: '*/*' } }),
      })
      return { kind: 'answer', status: response.status, requestId: requestIdOf(response), data: response.data }
    } catch (error) {
      return failureOf(error)
    }
  }
}

/** The error itself is never logged: it holds the request with its key. */
function failureOf(error: unknown): PluginAnswer {
  const { code, response, name } = fieldsOf(error)
  const reason = textOf(code) ?? textOf(name) ?? 'unknown'
  const { status, data } = fieldsOf(response)
  if (reason.startsWith('EV3_')) {
    const isProbe = headerOf(response, 'wechatpay-signature')?.startsWith(probePrefix) === true
    return { kind: 'unverified', reason: isProbe ? 'signature probe' : reason, requestId: requestIdOf(response) }
  }
  if (typeof status === 'number' && status >= 300)
    return { kind: 'answer', status, requestId: requestIdOf(response), data }
  return { kind: 'none', reason: reason === 'ERR_CANCELED' ? 'timeout' : reason }
}

const headerOf = (response: unknown, name: string): string | undefined =>
  textOf(fieldsOf(fieldsOf(response)['headers'])[name])

/** By which WeChat Pay's support finds the call. */
const requestIdOf = (response: unknown): string | undefined =>
  /^[\w-]{1,80}$/.exec(headerOf(response, 'request-id') ?? '')?.[0]

/** WeChat Pay now and then signs wrongly on purpose, to see whether anybody looks. */
export const probePrefix = 'WECHATPAY/SIGNTEST/'

/** Base64 of RSA-SHA256 over the lines, each ended by a newline. */
export const signLines = (lines: readonly string[], key: KeyObject): string =>
  Rsa.sign(Formatter.joinedByLineFeed(...lines), key)

/** Whether the signature holds over the bytes as they came. */
export function signatureHolds(
  timestamp: string,
  nonce: string,
  body: Buffer,
  signature: string,
  key: KeyObject,
): boolean {
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')])
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- bytes are verified as they are; the library's types know text only
  return Rsa.verify(message as never, signature, key)
}

/** Throws if the ciphertext is not authentic. The library takes a shorter tag for a shorter text, so that is kept from it. */
export function decrypt(ciphertext: string, key: Buffer, nonce: string, associatedData: string): string {
  if (Buffer.from(ciphertext, 'base64').length <= 16) throw new Error('ciphertext without a tag')
  return Aes.AesGcm.decrypt(ciphertext, key, nonce, associatedData)
}

export const nonce = (): string => Formatter.nonce()
