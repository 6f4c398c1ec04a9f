import { Injectable } from '@nestjs/common'
import { In, MoreThan, type EntityManager } from 'typeorm'
import type { ApplicationState, Counter, PaymentView } from '../contract'
import { endOfDay } from '../eligibility/deadlines'
import { gradeName } from '../eligibility/grade-name'
import { isDuplicate } from '../platform/database/transaction'
import type { OfficePayment } from './office-snapshot'
import type { Place, Standing } from './place'
import { Places } from './places'
import { ApplicationRow } from './rows/application-row'
import { HistoryRow } from './rows/history-row'
import { load, loadLocked } from './store'
import { possible } from './table/table'
import { Transitions } from './transitions'
import { paymentOf } from './views/payment'

/** An application as payment sees it, by the office's list as it is now. */
export interface Payer {
  row: ApplicationRow
  place: Place
  due: PaymentView
  /** 24:00 of the last day; undefined: no day is set. */
  payUntil: Date | undefined
  counter: Counter
  /** What the fee is for. */
  description: string
}

const awaiting: ApplicationState[] = ['awaiting-payment', 'awaiting-counter-payment']

/** What `payments` may learn of an application and bring to it. */
@Injectable()
export class PaymentDoor {
  constructor(
    private readonly places: Places,
    private readonly transitions: Transitions,
  ) {}

  /** @throws AppError `not-found` */
  async look(manager: EntityManager, applicationId: string): Promise<Payer> {
    return this.payer(await load(manager, applicationId))
  }

  /** Nobody else changes the application, its orders or refunds until the transaction ends. @throws AppError `not-found` */
  async lock(manager: EntityManager, applicationId: string): Promise<Payer> {
    return this.payer(await loadLocked(manager, applicationId))
  }

  /**
   * The fee has come. False: nothing is owed, since the application has ended, is confirmed already, or the person has another one by now.
   */
  async confirm(manager: EntityManager, { row }: Payer, payment: OfficePayment): Promise<boolean> {
    if (!possible(row.state, 'payment-confirmed')) return false
    const { outTradeNo, amountCents, paidAt } = payment
    const facts = { amountCents: String(amountCents), paidAt, outTradeNo }
    const happening = { event: 'payment-confirmed' as const, actor: { kind: 'system' as const }, facts, payment }
    try {
      await this.transitions.take(manager, row, happening, await this.places.standing(row))
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  /** Past its deadline (五(二): 逾期未缴费的视为放弃报考), or the office takes no fee any more. */
  async end(manager: EntityManager, { row }: Payer, event: 'payment-overdue' | 'fee-waived'): Promise<void> {
    const standing: Standing = await this.places.standing(row)
    await this.transitions.take(manager, row, { event, actor: { kind: 'system' } }, standing)
  }

  /** Applications that wait for a fee, by id behind `after`. */
  async waiting(manager: EntityManager, after: string, limit: number): Promise<Payer[]> {
    const rows = await manager.find(ApplicationRow, {
      where: { state: In(awaiting), id: MoreThan(after) },
      order: { id: 'ASC' },
      take: limit,
    })
    return Promise.all(rows.map((row) => this.payer(row)))
  }

  /** The step by which the fee was recorded at the counter or found overdue, the newest one. */
  async step(
    manager: EntityManager,
    applicationId: string,
    event: 'payment-recorded' | 'payment-overdue',
  ): Promise<HistoryRow | null> {
    return manager.findOne(HistoryRow, { where: { applicationId, event }, order: { seq: 'DESC' } })
  }

  private async payer(row: ApplicationRow): Promise<Payer> {
    const place = await this.places.of(row)
    const due = paymentOf(row.state, place, await this.places.fee(row))
    return {
      row,
      place,
      due,
      payUntil: due.deadline === undefined ? undefined : endOfDay(due.deadline),
      counter: { office: place.officeName, ...place.counter },
      description: `工勤技能岗位等级考核费${row.grade ? `（${gradeName(row.grade)}）` : ''}`,
    }
  }
}
