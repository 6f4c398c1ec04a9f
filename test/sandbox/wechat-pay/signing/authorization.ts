import { verify } from 'node:crypto'
import { refuse, type Refusal } from '../api/refusal'
import { type SandboxMerchant } from '../sample-merchant'
import { verifyingKey } from './keys'

export interface SignedRequest {
  method: string
  /** Path and query exactly as they came. */
  target: string
  body: Buffer
  authorization: string | undefined
}

const scheme = 'WECHATPAY2-SHA256-RSA2048'
const windowSeconds = 300

/** Throws the SIGN_ERROR that says what is wrong. `now`: milliseconds, of the clock that signatures follow. */
export function checkAuthorization(request: SignedRequest, merchant: SandboxMerchant, now: number): void {
  const { authorization } = request
  if (!authorization) throw signError('Http头缺少Authorization')
  const said = fieldsOf(authorization)
  if (!said) throw signError('Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》')
  if (said.mchid !== merchant.mchid) throw signError('Http头Authorization中的mchid不是已注册的商户号')
  if (said.serial_no !== merchant.api.serial)
    throw signError('商户证书序列号有误。请使用签名私钥匹配的证书序列号', 'serial_no')
  if (!/^\d{1,12}$/.test(said.timestamp) || Math.abs(now / 1000 - Number(said.timestamp)) > windowSeconds)
    throw signError('Http头Authorization中的timestamp与发起请求的时间不得超过5分钟', 'timestamp')
  const head = `${request.method}\n${request.target}\n${said.timestamp}\n${said.nonce_str}\n`
  const message = Buffer.concat([Buffer.from(head), request.body, Buffer.from('\n')])
  const signature = Buffer.from(said.signature, 'base64')
  const wellFormed = signature.toString('base64') === said.signature
  if (!wellFormed || !verify('RSA-SHA256', message, verifyingKey(merchant.api.certificate), signature))
    throw mismatch(request, message)
}

type Field = 'mchid' | 'nonce_str' | 'timestamp' | 'serial_no' | 'signature'
const fields: readonly Field[] = ['mchid', 'nonce_str', 'timestamp', 'serial_no', 'signature']

/** The five fields, each once, in any order; undefined where the header is anything else. */
function fieldsOf(header: string): Record<Field, string> | undefined {
  if (!header.startsWith(`${scheme} `)) return undefined
  const said = new Map<string, string>()
  const parts = header.slice(scheme.length + 1).split(',')
  for (const part of parts) {
    const [, name, value] = /^([a-z_]+)="([^"]+)"$/.exec(part) ?? []
    if (name === undefined || value === undefined || said.has(name)) return undefined
    said.set(name, value)
  }
  if (parts.length !== fields.length) return undefined
  const [mchid, nonce_str, timestamp, serial_no, signature] = fields.map((name) => said.get(name))
  if (!mchid || !nonce_str || !timestamp || !serial_no || !signature) return undefined
  return { mchid, nonce_str, timestamp, serial_no, signature }
}

function signError(message: string, field = 'authorization'): Refusal {
  return refuse('SIGN_ERROR', message, { detail: { field, location: 'authorization' } })
}

/** The precise one: what the server itself would have checked, with the first signs of the body. */
function mismatch({ method, target, body }: SignedRequest, message: Buffer): Refusal {
  const head = message.subarray(0, message.length - body.length - 1).toString()
  return refuse('SIGN_ERROR', '签名错误，请检查后再试', {
    detail: {
      detail: { issue: 'sign not match' },
      field: 'signature',
      location: 'authorization',
      sign_information: {
        method,
        sign_message_length: message.length,
        truncated_sign_message: `${head}${body.toString().slice(0, 8)}\n`,
        url: target,
      },
    },
  })
}
