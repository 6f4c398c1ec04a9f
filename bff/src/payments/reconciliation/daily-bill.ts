import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { isDuplicate, Transactions } from '../../platform/database/transaction'
import { Jobs } from '../../platform/jobs/jobs'
import { Clock } from '../../platform/time/clock'
import { WechatPay } from '../../platform/wechat-pay/wechat-pay'
import { Audit } from '../audit'
import { Queries } from '../queries'
import { BillRow, PaymentEventRow } from '../rows/audit-rows'
import { parseBill, type Bill } from './bill-csv'
import { BillDays } from './bill-days'
import * as match from './bill-match'
import type { Found } from './bill-match'

/** How often is looked for a bill that is there. */
const everySeconds = 600
/** Orders that WeChat is asked about in one turn, so that other timed jobs are not held up for long. */
const asksPerTurn = 100

/** A row that agrees with our books. */
interface Agreed {
  applicationId: string
  outTradeNo: string
  outRefundNo: string | null
}

interface Outcome {
  agreed: Agreed[]
  found: Found[]
}

/**
 * Holds WeChat Pay's bill of each day against our books, row by row and the other way round. A payment that we have not heard of is settled; what
 * still differs is kept for staff. A day is written down at once and once, however many processes read it.
 */
@Injectable()
export class DailyBill implements OnModuleInit {
  private readonly logger = new Logger('payments')

  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly pay: WechatPay,
    private readonly queries: Queries,
    private readonly audit: Audit,
    private readonly days: BillDays,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'payments.bill', everySeconds, run: () => this.run() })
  }

  /** Reads what is to be read. A day that breaks holds up no other; the first failure is thrown at the end. */
  async run(): Promise<void> {
    if (!this.pay.merchant) return
    const failures: unknown[] = []
    for (const day of await this.transactions.read((manager) => this.days.unread(manager))) {
      await this.readDay(day).catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) throw failures[0]
  }

  private async readDay(day: string): Promise<void> {
    const bill = await this.fetch(day)
    const payments = bill && (await this.matchPayments(day, bill))
    if (!payments) return
    const refunds = await this.matchRefunds(bill)
    const numbers = new Set(bill.payments.map(({ outTradeNo }) => outTradeNo))
    const refundNumbers = new Set(bill.refunds.map(({ outRefundNo }) => outRefundNo))
    const missing = await this.transactions.read(async (manager) => [
      ...(await match.missingPayments(manager, day, numbers)),
      ...(await match.missingRefunds(manager, day, refundNumbers)),
    ])
    await this.keep(day, bill, {
      agreed: [...payments.agreed, ...refunds.agreed],
      found: [...payments.found, ...refunds.found, ...missing],
    })
  }

  /** Undefined: not there yet; asked for again with the next turn. */
  private async fetch(day: string): Promise<Bill | undefined> {
    const answer = await this.pay.bill(day)
    if (answer.kind === 'ok') return answer.value ? this.parsed(day, answer.value) : { payments: [], refunds: [] }
    if (answer.kind === 'refused') throw new Error(`WeChat Pay refuses the bill of ${day}: ${answer.code}`)
    this.logger.warn({ day, reason: answer.reason }, 'the bill of WeChat Pay did not come')
    return undefined
  }

  private parsed(day: string, csv: Buffer): Bill {
    try {
      return parseBill(csv)
    } catch (error) {
      throw new Error(`the bill of ${day} cannot be read: ${error instanceof Error ? error.message : ''}`, {
        cause: error,
      })
    }
  }

  /** Undefined: WeChat has more to say about orders that the bill has as paid; the day waits for the next turn. */
  private async matchPayments(day: string, { payments }: Bill): Promise<Outcome | undefined> {
    const outcome: Outcome = { agreed: [], found: [] }
    const asks = { left: asksPerTurn }
    for (const batch of match.batches(payments)) {
      const numbers = batch.map(({ outTradeNo }) => outTradeNo)
      let ours = await this.transactions.read((manager) => match.ourPayments(manager, numbers))
      const unpaid = [...ours.values()].filter(match.isUnpaid)
      if (!(await this.ask(day, unpaid, asks))) return undefined
      if (unpaid.length > 0) ours = await this.transactions.read((manager) => match.ourPayments(manager, numbers))
      for (const row of batch) {
        const mine = ours.get(row.outTradeNo)
        this.take(outcome, row.appid, mine && { ...mine, outRefundNo: null }, match.paymentDifference(row, mine))
      }
    }
    return outcome
  }

  /** False: not all is known yet. An order on which WeChat gives no word holds its day up for a day, not for ever. */
  private async ask(day: string, unpaid: readonly match.OurPayment[], asks: { left: number }): Promise<boolean> {
    for (const { outTradeNo } of unpaid) {
      if (asks.left === 0) return false
      asks.left -= 1
      if ((await this.queries.ask(outTradeNo, 'bill')) === 'unknown' && this.days.isYesterday(day)) return false
    }
    return true
  }

  private async matchRefunds({ refunds }: Bill): Promise<Outcome> {
    const outcome: Outcome = { agreed: [], found: [] }
    for (const batch of match.batches(refunds)) {
      const numbers = batch.map(({ outRefundNo }) => outRefundNo)
      const ours = await this.transactions.read((manager) => match.ourRefunds(manager, numbers))
      for (const row of batch) {
        const mine = ours.get(row.outRefundNo)
        this.take(outcome, row.appid, mine, match.refundDifference(row, mine))
      }
    }
    return outcome
  }

  /** A merchant may serve other apps too: what they sold is no business of our books. */
  private take(
    { agreed, found }: Outcome,
    appid: string,
    mine: Agreed | undefined,
    difference: Found | undefined,
  ): void {
    if (difference && (mine || appid === this.pay.merchant?.appid)) found.push(difference)
    if (!difference && mine) agreed.push(mine)
  }

  private async keep(day: string, { payments, refunds }: Bill, { agreed, found }: Outcome): Promise<void> {
    const counts = { payments: payments.length, refunds: refunds.length, differences: found.length }
    const row: BillRow = { day, ...counts, readAt: this.clock.now() }
    try {
      await this.transactions.run(async (manager) => {
        await manager.insert(BillRow, row)
        await this.noteAgreed(manager, day, agreed)
        for (const difference of found) await this.audit.differ(manager, { ...difference, day })
      })
    } catch (error) {
      if (isDuplicate(error) && (await this.isRead(day))) return
      throw error
    }
    if (found.length > 0) this.logger.error({ day, ...counts }, 'the bill of WeChat Pay and our books differ')
    else this.logger.log({ day, ...counts }, 'the bill of WeChat Pay agrees with our books')
  }

  private async noteAgreed(manager: EntityManager, day: string, agreed: readonly Agreed[]): Promise<void> {
    const at = this.clock.now()
    for (const batch of match.batches(agreed)) {
      const rows = batch.map(({ applicationId, outTradeNo, outRefundNo }) => {
        return { applicationId, outTradeNo, outRefundNo, source: 'bill' as const, event: 'billed', facts: { day }, at }
      })
      await manager.createQueryBuilder().insert().into(PaymentEventRow).values(rows).updateEntity(false).execute()
    }
  }

  /** Another process was faster. */
  private isRead(day: string): Promise<boolean> {
    return this.transactions.read((manager) => manager.existsBy(BillRow, { day }))
  }
}
