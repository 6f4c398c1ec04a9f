/** An answer other than success. `number` stands at the end of Request-ID; `detail` says more, as WeChat Pay's does. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly number: number,
    message: string,
    readonly detail?: object,
  ) {
    super(message)
  }
}

/** Status, number and words of each code, from the public documents. */
const codes = {
  USERPAYING: [202, 268435456, '用户支付中，需要输入密码'],
  PARAM_ERROR: [400, 268435461, '参数错误'],
  INVALID_REQUEST: [400, 268435464, '无效请求'],
  ORDER_CLOSED: [400, 268447914, '订单已关闭'],
  ORDERPAID: [400, 268449538, '订单已支付'],
  APPID_MCHID_NOT_MATCH: [400, 268445527, '商户号和appid没有绑定关系'],
  MCH_NOT_EXISTS: [400, 268443715, '商户号不存在'],
  NO_STATEMENT_EXIST: [400, 268435462, '账单文件不存在，请检查当前商户号在指定日期内是否有交易或资金操作'],
  STATEMENT_CREATING: [400, 268435463, '账单生成中，请在上午10点以后再来下载'],
  SIGN_ERROR: [401, 268443699, '签名错误'],
  OUT_TRADE_NO_USED: [403, 268498690, '商户订单号重复'],
  NOT_ENOUGH: [403, 268435470, '基本账户余额不足，请充值后重新发起'],
  TRADE_ERROR: [403, 268435471, '交易错误'],
  RULE_LIMIT: [403, 268448010, '业务规则限制'],
  NO_AUTH: [403, 268435472, '商户无权限'],
  ACCOUNT_ERROR: [403, 268435473, '账号异常'],
  USER_ACCOUNT_ABNORMAL: [403, 268435474, '退款请求失败，用户账户注销'],
  ORDER_NOT_EXIST: [404, 268512771, '订单不存在'],
  RESOURCE_NOT_EXISTS: [404, 268435475, '资源不存在'],
  FREQUENCY_LIMITED: [429, 268447840, '频率超限'],
  SYSTEM_ERROR: [500, 268435457, '系统异常，请用相同参数重新调用'],
  BANK_ERROR: [500, 268435476, '银行系统异常'],
} as const satisfies Record<string, readonly [number, number, string]>

export type ErrorCode = keyof typeof codes
// Object.keys forgets the names of a constant.
export const errorCodes = Object.keys(codes) as ErrorCode[]

export function refuse(code: ErrorCode, message?: string, more: { number?: number; detail?: object } = {}): Refusal {
  const [status, number, words] = codes[code]
  return new Refusal(status, code, more.number ?? number, message ?? words, more.detail)
}

const oldSpellings: Record<string, string> = {
  ORDERPAID: 'ORDERPAID',
  FREQUENCY_LIMITED: 'RATELIMIT_EXCEEDED',
}

/** Two spellings live side by side: `ORDER_NOT_EXIST` and `ORDERNOTEXIST`. */
export function spelled(code: string, spelling: 'new' | 'old'): string {
  if (spelling === 'new') return code === 'ORDERPAID' ? 'ORDER_PAID' : code
  return oldSpellings[code] ?? (hasOldSpelling.has(code) ? code.replaceAll('_', '') : code)
}

const hasOldSpelling = new Set([
  'ORDER_CLOSED',
  'NOT_ENOUGH',
  'RULE_LIMIT',
  'NO_AUTH',
  'ORDER_NOT_EXIST',
  'SYSTEM_ERROR',
])
