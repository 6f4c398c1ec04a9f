import { type Clock } from '../../clock/clock'
import { refuse } from '../api/refusal'
import { newPrepayId, newTransactionId } from './numbers'
import { type Store } from './store'
import { type LedgerOrder, type Payment } from './types'

const minute = 60_000
const prepayLifeMs = 120 * minute
const orderLifeMs = 7 * 24 * 60 * minute
const shortestMs = 5 * minute

export interface NewOrder {
  outTradeNo: string
  appid: string
  mchid: string
  totalCents: number
  openid: string
  description: string
  attach?: string
  notifyUrl: string
  /** As it was sent. */
  timeExpire?: string
  fingerprint: string
}

/** What really happened: orders, payments and their ends. All times are the season's. */
export class Ledger {
  constructor(
    private readonly clock: Clock,
    readonly store: Store,
    /** Whether an order whose time is over is shown as CLOSED by itself; else it stays NOTPAY until the merchant closes it. */
    private readonly expiredCloses: () => boolean,
  ) {}

  orders(): LedgerOrder[] {
    return [...this.store.orders.values()].map((order) => this.current(order))
  }

  find(outTradeNo: string): LedgerOrder | undefined {
    const order = this.store.orders.get(outTradeNo)
    return order && this.current(order)
  }

  findPaid(transactionId: string): LedgerOrder | undefined {
    return this.orders().find((order) => order.payment?.transactionId === transactionId)
  }

  /** By order number or by any prepay id that it ever had. */
  findAny(number: string): LedgerOrder | undefined {
    return this.find(number) ?? this.orders().find(({ prepayIds }) => prepayIds.includes(number))
  }

  /** A new order, or a repeat of the same request: its prepay id while that works, else a new one. */
  prepay(asked: NewOrder): string {
    const order = this.find(asked.outTradeNo) ?? this.open(asked)
    if (order.payment) throw refuse('ORDERPAID', '该订单已支付', { number: 268498689 })
    if (order.state === 'CLOSED') throw refuse('ORDER_CLOSED', '该订单已关闭，请更换商户订单号后重新下单')
    if (order.fingerprint !== asked.fingerprint)
      throw refuse('INVALID_REQUEST', '201 商户订单号重复', { number: 268498688 })
    this.checkExpiry(asked.timeExpire)
    const now = this.clock.now()
    const last = order.prepayIds.at(-1)
    if (last !== undefined && now < Date.parse(order.prepaidAt) + prepayLifeMs) return last
    const fresh = newPrepayId(now)
    order.prepayIds.push(fresh)
    order.prepaidAt = this.instant()
    this.store.saveOrder(order)
    return fresh
  }

  /** NOTPAY → CLOSED; again on a closed one is fine. */
  closeOrder(outTradeNo: string): void {
    const order = this.find(outTradeNo)
    if (!order) throw refuse('ORDER_NOT_EXIST')
    if (order.payment) throw refuse('ORDERPAID', '订单已支付，不能关闭')
    if (order.state === 'CLOSED') return
    this.shut(order)
  }

  /** The payer pays; throws where WeChat's cashier would not let them. */
  pay(number: string, changes: Partial<Payment> = {}): LedgerOrder {
    const order = this.findAny(number)
    const no = this.whyNot(number)
    if (!order || no !== undefined) throw new Error(no)
    const now = this.clock.now()
    const payment = {
      transactionId: newTransactionId(now),
      paidAt: this.instant(),
      cents: order.totalCents,
      currency: 'CNY',
      mchid: order.mchid,
      appid: order.appid,
      openid: order.openid,
      ...changes,
    }
    const { transactionId, paidAt } = payment
    Object.assign(order, { state: 'SUCCESS', payment, transactionId, paidAt })
    this.store.saveOrder(order)
    return order
  }

  /** Why the cashier would not let them pay; undefined where it would. */
  whyNot(number: string): string | undefined {
    return whyNot(this.findAny(number), number, this.clock.now())
  }

  instant(): string {
    return new Date(this.clock.now()).toISOString()
  }

  private open(asked: NewOrder): LedgerOrder {
    this.checkExpiry(asked.timeExpire)
    const { timeExpire, ...kept } = asked
    const now = this.clock.now()
    const until = timeExpire === undefined ? now + orderLifeMs : Date.parse(timeExpire)
    const createdAt = this.instant()
    return {
      ...kept,
      state: 'NOTPAY',
      timeExpire: new Date(until).toISOString(),
      createdAt,
      prepayIds: [],
      prepaidAt: createdAt,
      refunds: [],
    }
  }

  private checkExpiry(timeExpire: string | undefined): void {
    if (timeExpire === undefined || Date.parse(timeExpire) - this.clock.now() >= shortestMs) return
    throw refuse(
      'PARAM_ERROR',
      '输入源“/body/time_expire”映射到值字段“交易结束时间”校验失败，交易结束时间须晚于当前时间至少5分钟',
      {
        detail: { location: 'body', field: '/body/time_expire', value: timeExpire },
      },
    )
  }

  private current(order: LedgerOrder): LedgerOrder {
    const over = order.state === 'NOTPAY' && this.clock.now() >= Date.parse(order.timeExpire)
    if (over && this.expiredCloses()) this.shut(order)
    return order
  }

  private shut(order: LedgerOrder): void {
    Object.assign(order, { state: 'CLOSED', closedAt: this.instant() })
    this.store.saveOrder(order)
  }
}

function whyNot(order: LedgerOrder | undefined, number: string, now: number): string | undefined {
  if (!order) return '没有这个订单'
  if (order.payment) return '订单已支付'
  if (order.state === 'CLOSED') return '订单已关闭'
  if (now >= Date.parse(order.timeExpire)) return '订单已失效：超过了支付时间'
  if (now >= Date.parse(order.prepaidAt) + prepayLifeMs) return '订单已失效：预支付交易会话超过了2小时'
  const stale = order.prepayIds.includes(number) && order.prepayIds.at(-1) !== number
  return stale ? '订单已失效：预支付交易会话超过了2小时' : undefined
}
