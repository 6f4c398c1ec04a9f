import { type Clock } from '../../clock/clock'
import { refuse } from '../api/refusal'
import { type Ledger } from './ledger'
import { newRefundId } from './numbers'
import { type LedgerOrder, type LedgerRefund, type SettledState } from './types'

const minute = 60_000
const year = 365 * 24 * 60 * minute
const mostRefunds = 50

export interface NewRefund {
  outRefundNo: string
  /** One of the two names the order. */
  transactionId?: string
  outTradeNo?: string
  reason?: string
  notifyUrl?: string
  refundCents: number
  totalCents: number
  fingerprint: string
}

export interface FoundRefund {
  order: LedgerOrder
  refund: LedgerRefund
}

export class RefundLedger {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: Ledger,
  ) {}

  find(outRefundNo: string): FoundRefund | undefined {
    return this.first((refund) => refund.outRefundNo === outRefundNo)
  }

  /** A new refund, which is then PROCESSING; the same request again answers what became of it. */
  accept(asked: NewRefund): FoundRefund & { repeated: boolean } {
    const known = this.find(asked.outRefundNo)
    if (known && known.refund.fingerprint !== asked.fingerprint)
      throw refuse('INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试')
    if (known) return { ...known, repeated: true }
    const order = this.orderOf(asked)
    this.check(asked, order)
    const { outRefundNo, reason, notifyUrl, refundCents, fingerprint } = asked
    const refund: LedgerRefund = {
      outRefundNo,
      refundId: newRefundId(this.clock.now()),
      state: 'PROCESSING',
      refundCents,
      fingerprint,
      createdAt: this.ledger.instant(),
      ...(reason !== undefined && { reason }),
      ...(notifyUrl !== undefined && { notifyUrl }),
    }
    order.refunds.push(refund)
    order.state = 'REFUND'
    this.ledger.store.saveOrder(order)
    return { order, refund, repeated: false }
  }

  /** How a refund in process ended, or an abnormal one that staff arranged at WeChat Pay's desk. Throws where it is over. */
  settle(outRefundNo: string, state: SettledState): FoundRefund {
    const found = this.find(outRefundNo)
    if (!found) throw new Error('没有这笔退款')
    if (found.refund.state !== 'PROCESSING' && found.refund.state !== 'ABNORMAL')
      throw new Error(`这笔退款已经是 ${found.refund.state}`)
    Object.assign(found.refund, { state, settledAt: this.ledger.instant() })
    this.ledger.store.saveOrder(found.order)
    return found
  }

  /** ABNORMAL → PROCESSING, to another card. */
  retryAbnormal(refundId: string, outRefundNo: string): FoundRefund {
    const found = this.first((refund) => refund.refundId === refundId)
    if (!found || found.refund.outRefundNo !== outRefundNo) throw refuse('RESOURCE_NOT_EXISTS', '退款单不存在')
    if (found.refund.state !== 'ABNORMAL') throw refuse('INVALID_REQUEST', '退款单状态不是退款异常，不能发起异常退款')
    found.refund.state = 'PROCESSING'
    delete found.refund.settledAt
    this.ledger.store.saveOrder(found.order)
    return found
  }

  private first(wanted: (refund: LedgerRefund) => boolean): FoundRefund | undefined {
    for (const order of this.ledger.orders()) {
      const refund = order.refunds.find(wanted)
      if (refund) return { order, refund }
    }
    return undefined
  }

  private orderOf({ transactionId, outTradeNo }: NewRefund): LedgerOrder {
    const order = transactionId === undefined ? this.ledger.find(outTradeNo ?? '') : this.ledger.findPaid(transactionId)
    if (!order || (outTradeNo !== undefined && order.outTradeNo !== outTradeNo))
      throw refuse('RESOURCE_NOT_EXISTS', '订单不存在')
    return order
  }

  private check({ refundCents, totalCents }: NewRefund, order: LedgerOrder): void {
    const now = this.clock.now()
    if (!order.payment) throw refuse('INVALID_REQUEST', '订单未支付，不能退款')
    if (totalCents !== order.payment.cents) throw refuse('INVALID_REQUEST', '订单金额与原订单不一致')
    if (now - Date.parse(order.payment.paidAt) > year) throw refuse('INVALID_REQUEST', '订单已超过可退款的最大期限')
    const standing = order.refunds.filter(({ state }) => state !== 'CLOSED')
    const given = standing.reduce((sum, refund) => sum + refund.refundCents, 0)
    if (given + refundCents > totalCents) throw refuse('INVALID_REQUEST', '申请退款金额超过订单可退金额')
    if (order.refunds.length >= mostRefunds) throw refuse('INVALID_REQUEST', '部分退款次数超过50次')
    const last = order.refunds.at(-1)
    if (last && now - Date.parse(last.createdAt) < minute)
      throw refuse('FREQUENCY_LIMITED', '同一笔订单的退款间隔须在1分钟以上')
  }
}
