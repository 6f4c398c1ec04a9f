import { schemaOf } from './accept'

export interface PrepayBody {
  appid: string
  mchid: string
  description: string
  out_trade_no: string
  time_expire?: string
  attach?: string
  notify_url: string
  amount: { total: number; currency?: 'CNY' }
  payer: { openid: string }
}

export interface RefundBody {
  transaction_id?: string
  out_trade_no?: string
  out_refund_no: string
  reason?: string
  notify_url?: string
  amount: { refund: number; total: number; currency: 'CNY' }
}

const text = (max: number) => ({ type: 'string', minLength: 1, maxLength: max })
const object = (required: string[], properties: object) => ({
  type: 'object',
  required,
  additionalProperties: false,
  properties,
})
const cents = { type: 'integer', minimum: 1, maximum: 10_000_000_000 }
const bool = { type: 'boolean' }
const list = (items: object) => ({ type: 'array', items })

/** A whole address without a query; the real one wants a public host, too. */
const notifyUrl = { type: 'string', maxLength: 255, pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$' }
const orderNumber = { type: 'string', minLength: 6, maxLength: 32, pattern: '^[0-9A-Za-z_\\-|*]+$' }
/** RFC 3339 with seconds and an offset. */
const instant = {
  type: 'string',
  maxLength: 64,
  pattern:
    '^\\d{4}-(0\\d|1[0-2])-([0-2]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$',
}

const goods = object(['merchant_goods_id', 'quantity', 'unit_price'], {
  merchant_goods_id: text(32),
  wechatpay_goods_id: text(32),
  goods_name: text(256),
  quantity: cents,
  unit_price: cents,
})

export const validPrepay = schemaOf<PrepayBody>(
  object(['appid', 'mchid', 'description', 'out_trade_no', 'notify_url', 'amount', 'payer'], {
    appid: text(32),
    mchid: text(32),
    description: text(127),
    out_trade_no: orderNumber,
    time_expire: instant,
    attach: text(128),
    notify_url: notifyUrl,
    goods_tag: text(32),
    support_fapiao: bool,
    amount: object(['total'], { total: cents, currency: { const: 'CNY' } }),
    payer: object(['openid'], { openid: text(128) }),
    detail: object([], { cost_price: cents, invoice_id: text(32), goods_detail: list(goods) }),
    scene_info: object(['payer_client_ip'], {
      payer_client_ip: text(45),
      device_id: text(32),
      store_info: object(['id'], { id: text(32), name: text(256), area_code: text(32), address: text(512) }),
    }),
    settle_info: object([], { profit_sharing: bool }),
    limit_pay: list({ type: 'string' }),
  }),
)

export const validClose = schemaOf<{ mchid: string }>(object(['mchid'], { mchid: text(32) }))

export const validRefund = schemaOf<RefundBody>({
  ...object(['out_refund_no', 'amount'], {
    transaction_id: text(32),
    out_trade_no: orderNumber,
    out_refund_no: { ...text(64), pattern: '^[0-9A-Za-z_\\-|*@]+$' },
    reason: text(80),
    notify_url: notifyUrl,
    funds_account: { enum: ['AVAILABLE', 'UNSETTLED'] },
    amount: object(['refund', 'total', 'currency'], { refund: cents, total: cents, currency: { const: 'CNY' } }),
  }),
  anyOf: [{ required: ['transaction_id'] }, { required: ['out_trade_no'] }],
})

export const validAbnormalRefund = schemaOf<{ out_refund_no: string; type: string }>(
  object(['out_refund_no', 'type'], {
    out_refund_no: text(64),
    type: { enum: ['USER_BANK_CARD', 'MERCHANT_BANK_CARD'] },
    bank_type: text(16),
    bank_account: text(1024),
    real_name: text(1024),
  }),
)
