import { beijingDay, beijingTime } from '../time/clock'

/** A payment for something that is not sent by post. */
export interface PaidWithoutPost {
  transactionId: string
  openid: string
  description: string
  paidAt: Date
}

const byTransaction = 2
const virtualGoods = 3
const inOneDelivery = 1
/** 商品信息，限120个字以内. */
const longestDescription = 120

/**
 * Body of 发货信息录入, fields and values as described in
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/order_shipping/api_uploadshippinginfo and, with its errcodes, in
 * https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html.
 * `upload_time` tells one report from a later, different one, of which WeChat takes only one: here it is the time of the payment.
 */
export function shippingInfo({ transactionId, openid, description, paidAt }: PaidWithoutPost): object {
  return {
    order_key: { order_number_type: byTransaction, transaction_id: transactionId },
    logistics_type: virtualGoods,
    delivery_mode: inOneDelivery,
    shipping_list: [{ item_desc: [...description].slice(0, longestDescription).join('') }],
    upload_time: `${beijingDay(paidAt)}T${beijingTime(paidAt)}+08:00`,
    payer: { openid },
  }
}
