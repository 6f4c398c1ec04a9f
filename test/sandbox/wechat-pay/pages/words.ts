import { html, type Html } from '../../server/html'
import { page } from '../../server/page'
import { beijing } from '../ledger/numbers'
import { type RefundState, type TradeState } from '../ledger/types'

export const stateWords: Record<TradeState, string> = {
  NOTPAY: '未支付',
  SUCCESS: '已支付',
  REFUND: '有退款',
  CLOSED: '已关闭',
}
export const stateTags: Record<TradeState, string> = { NOTPAY: 'ask', SUCCESS: 'ok', REFUND: 'info', CLOSED: 'no' }

export const refundWords: Record<RefundState, string> = {
  PROCESSING: '退款处理中',
  SUCCESS: '已退到付款人',
  ABNORMAL: '退款异常（收款卡不能用）',
  CLOSED: '退款关闭',
}
export const refundTags: Record<RefundState, string> = {
  PROCESSING: 'ask',
  SUCCESS: 'ok',
  ABNORMAL: 'no',
  CLOSED: 'no',
}

export function yuan(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}

/** `2023-03-20 09:00`, Beijing. */
export function minuteOf(instant: string): string {
  return beijing(Date.parse(instant)).slice(0, 16).replace('T', ' ')
}

/** The frame of every page here. It says first that no money moves. */
export function payPage(title: string, body: Html): Html {
  return page(
    `${title} · 微信支付（演示）`,
    html`<header>
        <div><b>微信支付（演示）</b><span class="tag ask">演示用，不会真的扣钱</span></div>
      </header>
      <main>${body}</main>`,
  )
}
