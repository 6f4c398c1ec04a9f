import { Injectable } from '@nestjs/common'
import { In, MoreThan, type EntityManager } from 'typeorm'
import type { ApplicationState, Counter, PaymentView } from '../contract'
import { endOfDay } from '../eligibility/deadlines'
import { gradeName } from '../eligibility/grade-name'
import { isDuplicate } from '../platform/database/transaction'
import type { OfficePayment } from './office-snapshot'
import type { Standing } from './place'
import { Places, type Terms } from './places'
import { ApplicationRow } from './rows/application-row'
import { HistoryRow } from './rows/history-row'
import { load, loadLocked } from './store'
import { possible } from './table/table'
import { Transitions } from './transitions'
import { paymentOf } from './views/payment'

/** An application as payment sees it, by the office's list as it is now. */
export interface Payer extends Standing {
  row: ApplicationRow
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
    return this.payer(await load(manager, applicationId), await this.places.terms())
  }

  /** Nobody else changes the application, its orders or refunds until the transaction ends. @throws AppError `not-found` */
  async lock(manager: EntityManager, applicationId: string): Promise<Payer> {
    return this.payer(await loadLocked(manager, applicationId), await this.places.terms())
  }

  /**
   * The fee has come. False: nothing is owed, since the application has ended, is confirmed already, or the person has another one by now.
   */
  async confirm(manager: EntityManager, { row, ...standing }: Payer, payment: OfficePayment): Promise<boolean> {
    if (!possible(row.state, 'payment-confirmed')) return false
    const { outTradeNo, amountCents, paidAt } = payment
    const facts = { amountCents: String(amountCents), paidAt, outTradeNo }
    const happening = { event: 'payment-confirmed' as const, actor: { kind: 'system' as const }, facts, payment }
    try {
      await this.transitions.take(manager, row, happening, standing)
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  /** Past its deadline (五(二): 逾期未缴费的视为放弃报考), or the office takes no fee any more. */
  async end(
    manager: EntityManager,
    { row, ...standing }: Payer,
    event: 'payment-overdue' | 'fee-waived',
  ): Promise<void> {
    await this.transitions.take(manager, row, { event, actor: { kind: 'system' } }, standing)
  }

  /** Applications that wait for a fee, by id behind `after`. */
  async waiting(manager: EntityManager, after: string, limit: number): Promise<Payer[]> {
    const rows = await manager.find(ApplicationRow, {
      where: { state: In(awaiting), id: MoreThan(after) },
      order: { id: 'ASC' },
      take: limit,
    })
    const terms = await this.places.terms()
    return rows.map((row) => this.payer(row, terms))
  }

  /** The step by which the fee was recorded at the counter or found overdue, the newest one. */
  async step(
    manager: EntityManager,
    applicationId: string,
    event: 'payment-recorded' | 'payment-overdue',
  ): Promise<HistoryRow | null> {
    return manager.findOne(HistoryRow, { where: { applicationId, event }, order: { seq: 'DESC' } })
  }

  private payer(row: ApplicationRow, terms: (row: ApplicationRow) => Terms): Payer {
    const { place, context, fee } = terms(row)
    const due = paymentOf(row.state, place, fee)
    return {
      ...{ row, place, context, due },
      payUntil: due.deadline === undefined ? undefined : endOfDay(due.deadline),
      counter: { office: place.officeName, ...place.counter },
      description: `工勤技能岗位${row.grade ? gradeName(row.grade) : '等级'}考核费`,
    }
  }
}
