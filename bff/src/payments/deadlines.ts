import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { PaymentDoor, type Payer } from '../applications/payment-door'
import { RowChanged } from '../applications/row-changed'
import { possible } from '../applications/table/table'
import { Transactions } from '../platform/database/transaction'
import { Jobs } from '../platform/jobs/jobs'
import { addSeconds, Clock } from '../platform/time/clock'
import { Unwanted } from './orders/unwanted'
import { OrderRow } from './rows/order-row'

const everySeconds = 60
const batch = 200
/** The counter's books reach us later than WeChat's: for a day nobody is told that he has given up. */
const counterGraceSeconds = 24 * 3600

/** Ends the waiting for a fee: 逾期未缴费的视为放弃报考 (五(二)), or no fee any more. */
@Injectable()
export class PaymentDeadlines implements OnModuleInit {
  private readonly logger = new Logger('payments')

  constructor(
    private readonly transactions: Transactions,
    private readonly door: PaymentDoor,
    private readonly unwanted: Unwanted,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'payments.deadlines', everySeconds, run: () => this.run() })
  }

  async run(): Promise<void> {
    for (let after = ''; ;) {
      const page = await this.transactions.read((manager) => this.door.waiting(manager, after, batch))
      for (const payer of page) if (this.ends(payer)) await this.end(payer.row.id)
      after = page.at(-1)?.row.id ?? ''
      if (page.length < batch) return
    }
  }

  private ends({ row, due, payUntil }: Payer): 'payment-overdue' | 'fee-waived' | undefined {
    // Withdrawn or confirmed while the page was gone through.
    if (!possible(row.state, 'payment-overdue')) return undefined
    if (due.state === 'free') return 'fee-waived'
    if (due.state === 'closed' || payUntil === undefined) return undefined
    const grace = row.state === 'awaiting-counter-payment' || due.state === 'counter' ? counterGraceSeconds : 0
    return this.clock.now() >= addSeconds(payUntil, grace) ? 'payment-overdue' : undefined
  }

  /**
   * An order that may have been paid in time is closed and asked for first; the next turn finds it settled. Nobody has given up whose money came
   * and is held for staff.
   */
  private async end(applicationId: string): Promise<void> {
    try {
      await this.transactions.run(async (manager) => {
        const payer = await this.door.lock(manager, applicationId)
        const event = this.ends(payer)
        if (event === undefined || (await this.unwanted.mark(manager, applicationId))) return
        if (event === 'payment-overdue' && (await isHeld(manager, applicationId))) return
        await this.door.end(manager, payer, event)
      })
    } catch (error) {
      if (!(error instanceof RowChanged)) throw error
      this.logger.debug({ applicationId }, 'changed meanwhile: looked at again')
    }
  }
}

const isHeld = (manager: EntityManager, applicationId: string): Promise<boolean> =>
  manager.existsBy(OrderRow, { applicationId, state: 'held' })
