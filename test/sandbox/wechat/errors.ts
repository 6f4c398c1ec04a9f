import { randomBytes } from 'node:crypto'
import { type Answer } from './types'

/** The words of the public documentation; `rid` is the request's number, which WeChat puts at the end. */
const messages: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43107: 'subscribe message capability is banned',
  43108: 'concurrent sending to one user',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, please retry next minute',
  45168: 'hit blocked keyword',
  47001: 'data format error',
  47003: 'argument invalid!',
  10060001: '支付单不存在',
  10060003: '支付单已使用重新发货机会',
  10060004: '支付单处于不可发货的状态',
  10060005: '物流类型有误',
  10060008: '商品描述 item_desc 字段不能为空',
  10060009: '商品描述 item_desc 字段太长',
  10060023: '发货信息未更新',
  268485194: '订单单号类型非法',
  268485195: '微信支付单号形式下 transaction_id 字段不能为空',
  268485216: '上传时间非法，请按照 RFC 3339 格式填写',
  268485224: '发货模式非法',
  268485228: '统一发货模式下，物流信息列表长度必须为 1',
}

/** `words`: those of this case. */
export function failure(errcode: number, words = messages[errcode] ?? 'unknown error'): Answer {
  const hex = randomBytes(12).toString('hex')
  const rid = `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`
  return { errcode, errmsg: `${words} rid: ${rid}` }
}
