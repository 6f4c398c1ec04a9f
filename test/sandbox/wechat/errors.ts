import { randomBytes } from 'node:crypto'
import { type Answer } from './types'

/** The words of the public documentation; `rid` is the request's number, which WeChat puts at the end. */
const messages: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  42001: 'access_token expired',
  43002: 'require POST method',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, please retry next minute',
  47001: 'data format error',
}

export function failure(errcode: number): Answer {
  const hex = randomBytes(12).toString('hex')
  const rid = `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`
  return { errcode, errmsg: `${messages[errcode] ?? 'unknown error'} rid: ${rid}` }
}
