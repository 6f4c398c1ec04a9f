import { randomUUID } from 'node:crypto'
import type { OpenDatabase } from '../../platform/database/open-database.fixture'
import { Jobs } from '../../platform/jobs/jobs'
import { ManualClock } from '../../platform/time/clock'
import type { PayResult } from '../../platform/wechat-pay/trade'
import type { WechatPay } from '../../platform/wechat-pay/wechat-pay'
import { Audit } from '../audit'
import type { Queries } from '../queries'
import { BillRow, DifferenceRow, PaymentEventRow } from '../rows/audit-rows'
import { ChannelOrderRow } from '../rows/channel-order-row'
import { RefundRow } from '../rows/refund-row'
import { billText, paymentRow, refundRow, type Cells } from './bill-csv.fixture'
import { BillDays } from './bill-days'
import { DailyBill } from './daily-bill'

const ourAppid = 'wx0000000000000001'

type Answer = PayResult<Buffer | undefined>

/** Books of ours, and a WeChat Pay that has the bills that it is given. */
export class BillDesk {
  readonly clock = new ManualClock('2023-05-11T03:00:00Z')
  /** By day; a day without one has no statement. */
  readonly bills = new Map<string, Answer>()
  readonly fetched: string[] = []
  readonly asked: string[] = []
  /** What WeChat's answer to a query does to our books. */
  whenAsked: (outTradeNo: string) => Promise<'paid' | 'open' | 'unknown'> = () => Promise.resolve('open')
  merchant: WechatPay['merchant'] = { mchid: '1900000001', appid: ourAppid }

  private constructor(private readonly db: OpenDatabase) {}

  /** On books without an entry. */
  static async empty(db: OpenDatabase): Promise<BillDesk> {
    await db.transactions.run(async (manager) => {
      for (const table of [BillRow, DifferenceRow, PaymentEventRow, ChannelOrderRow, RefundRow])
        await manager.deleteAll(table)
    })
    return new BillDesk(db)
  }

  /** One process. */
  process(): DailyBill {
    const { transactions } = this.db
    const { merchant } = this
    const bill = (day: string): Promise<Answer> => {
      this.fetched.push(day)
      return Promise.resolve(this.bills.get(day) ?? { kind: 'ok', value: undefined })
    }
    const ask = (outTradeNo: string): ReturnType<BillDesk['whenAsked']> => {
      this.asked.push(outTradeNo)
      return this.whenAsked(outTradeNo)
    }
    // Only what the job uses of the two.
    const pay = { merchant, bill } as unknown as WechatPay
    const queries = { ask } as unknown as Queries
    const days = new BillDays(this.clock)
    const jobs = new Jobs(transactions, this.clock)
    return new DailyBill(jobs, transactions, pay, queries, new Audit(this.clock), days, this.clock)
  }

  lists(day: string, rows: Cells[]): void {
    this.bills.set(day, { kind: 'ok', value: Buffer.from(billText(rows)) })
  }

  /** A payment of 60.00 in our books; without `paidAt` it is open. */
  async ordered(outTradeNo: string, paidAt?: string, changes: Partial<ChannelOrderRow> = {}): Promise<Cells> {
    const transactionId = `42${outTradeNo}`
    const paid = paidAt !== undefined && {
      state: 'paid' as const,
      transactionId,
      receivedCents: 6000,
      paidAt: new Date(paidAt),
    }
    const row = { ...openOrder, outTradeNo, orderId: randomUUID(), ...paid, ...changes }
    await this.db.transactions.run((manager) => manager.insert(ChannelOrderRow, row))
    return paymentRow({ 商户订单号: outTradeNo, 微信订单号: transactionId })
  }

  async pay(outTradeNo: string, paidAt: string): Promise<void> {
    const paid = { transactionId: `42${outTradeNo}`, receivedCents: 6000, paidAt: new Date(paidAt) }
    await this.db.transactions.run((manager) =>
      manager.update(ChannelOrderRow, { outTradeNo }, { state: 'paid', ...paid }),
    )
  }

  /** A refund of 60.00 in our books. */
  async refunded(outRefundNo: string, changedAt: string, changes: Partial<RefundRow> = {}): Promise<Cells> {
    const at = { askedAt: new Date(changedAt), changedAt: new Date(changedAt) }
    const row = { ...wholeRefund, outRefundNo, ...at, ...changes }
    await this.db.transactions.run((manager) => manager.insert(RefundRow, row))
    return refundRow({ 商户退款单号: outRefundNo, 商户订单号: row.outTradeNo })
  }

  read(): Promise<BillRow[]> {
    return this.db.transactions.read((manager) => manager.find(BillRow, { order: { day: 'ASC' } }))
  }

  differences(): Promise<DifferenceRow[]> {
    return this.db.transactions.read((manager) => manager.find(DifferenceRow, { order: { id: 'ASC' } }))
  }

  events(): Promise<PaymentEventRow[]> {
    return this.db.transactions.read((manager) => manager.find(PaymentEventRow, { order: { seq: 'ASC' } }))
  }
}

const created = new Date('2023-05-10T01:00:00Z')

const openOrder: Omit<ChannelOrderRow, 'outTradeNo' | 'orderId'> = {
  applicationId: 'application-1',
  accountId: 'account-1',
  openKey: null,
  state: 'open',
  amountCents: 6000,
  description: '考核费',
  timeExpire: new Date('2023-05-10T03:00:00Z'),
  prepayId: null,
  unwanted: false,
  transactionId: null,
  receivedCents: null,
  paidAt: null,
  nextQueryAt: null,
  queryStep: 0,
  leaseUntil: null,
  version: 0,
  createdAt: created,
  updatedAt: created,
}

const wholeRefund: Omit<RefundRow, 'outRefundNo' | 'askedAt' | 'changedAt'> = {
  outTradeNo: 'order-1',
  applicationId: 'application-1',
  cause: 'office',
  amountCents: 6000,
  totalCents: 6000,
  reason: '退费',
  state: 'refunded',
  refundId: '5000000001',
  nextAt: null,
  step: 0,
  leaseUntil: null,
  lastError: null,
  version: 0,
}
