import { isDeepStrictEqual } from 'node:util'
import { openidOf, people } from '../people'
import { failure } from './errors'
import { type WechatState } from './state'
import { checkToken } from './tokens'
import { type Answer, type Shipment } from './types'

/**
 * 发货信息录入 (upload_shipping_info), as far as nothing is sent by post: field by field as documented, and whatever else is in it is refused. A
 * report that changes nothing is told so; one that differs is taken once more, and never a third time.
 */
export function uploadShipping(state: WechatState, token: unknown, body: unknown): Answer {
  const appid = checkToken(state, token)
  if (typeof appid === 'number') return failure(appid)
  const shipment = readShipment(body, appid)
  if (typeof shipment === 'number') return failure(shipment)
  if (state.switches.unknownPayments > 0) {
    state.switches.unknownPayments -= 1
    return failure(10060001)
  }
  if (state.switches.unshippable) return failure(10060004)
  const known = state.shipments.filter(({ transactionId }) => transactionId === shipment.transactionId)
  if (known.some((one) => isDeepStrictEqual(one, shipment))) return failure(10060023)
  if (known.length >= 2) return failure(10060003)
  state.shipments.push(shipment)
  return { errcode: 0, errmsg: 'ok' }
}

const fields = ['order_key', 'logistics_type', 'delivery_mode', 'shipping_list', 'upload_time', 'payer']
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/

/** What is told, or the errcode of the first thing that is wrong. */
function readShipment(body: unknown, appid: string): Shipment | number {
  const told = only(body, fields)
  const key = only(told?.['order_key'], ['order_number_type', 'transaction_id'])
  const payer = only(told?.['payer'], ['openid'])
  const list: unknown[] | undefined = Array.isArray(told?.['shipping_list']) ? told['shipping_list'] : undefined
  const item = only(list?.[0], ['item_desc'])
  if (!told || !key || !payer || !list || !item) return 47001
  if (key['order_number_type'] !== 2) return 268485194
  const { transaction_id: transactionId } = key
  if (typeof transactionId !== 'string' || !/^\w{1,32}$/.test(transactionId)) return 268485195
  if (told['logistics_type'] !== 3) return 10060005
  if (told['delivery_mode'] !== 1) return 268485224
  if (list.length !== 1) return 268485228
  const { item_desc: description } = item
  if (typeof description !== 'string' || description === '') return 10060008
  if ([...description].length > 120) return 10060009
  const { upload_time: uploadTime } = told
  if (typeof uploadTime !== 'string' || !instant.test(uploadTime) || Number.isNaN(Date.parse(uploadTime)))
    return 268485216
  const { openid } = payer
  if (typeof openid !== 'string' || !people.some((person) => openidOf(person, appid) === openid)) return 40003
  return { transactionId, openid, description, uploadTime }
}

/** The object, if it has no other fields than these. */
function only(value: unknown, names: readonly string[]): Record<string, unknown> | undefined {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return undefined
  return Object.keys(value).every((name) => names.includes(name)) ? { ...value } : undefined
}
