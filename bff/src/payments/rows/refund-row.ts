import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { RefundState, RefundView } from '../../contract'

/** One refund. Its number is made from what caused it, so that whatever asks again asks for the same refund. */
@Entity('payment_refund')
@Index('payment_refund_application', ['applicationId'])
@Index('payment_refund_trade', ['outTradeNo'])
@Index('payment_refund_due', ['nextAt'])
export class RefundRow {
  @PrimaryColumn({ name: 'out_refund_no', type: 'varchar', length: 64 })
  outRefundNo: string

  @Column({ name: 'out_trade_no', type: 'varchar', length: 32 })
  outTradeNo: string

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId: string

  @Column({ type: 'varchar', length: 8 })
  cause: RefundView['cause']

  @Column({ name: 'amount_cents', type: 'integer' })
  amountCents: number

  /** Of the payment. */
  @Column({ name: 'total_cents', type: 'integer' })
  totalCents: number

  /** The payer reads it. */
  @Column({ type: 'varchar', length: 80 })
  reason: string

  @Column({ type: 'varchar', length: 12 })
  state: RefundState

  @Column({ name: 'refund_id', type: 'varchar', length: 64, nullable: true })
  refundId: string | null

  /** When WeChat is asked next; null: it is over, or staff have it. */
  @Column({ name: 'next_at', type: 'datetime', precision: 3, nullable: true })
  nextAt: Date | null

  @Column({ type: 'integer' })
  step: number

  @Column({ name: 'lease_until', type: 'datetime', precision: 3, nullable: true })
  leaseUntil: Date | null

  @Column({ name: 'last_error', type: 'varchar', length: 200, nullable: true })
  lastError: string | null

  @Column({ type: 'integer' })
  version: number

  @Column({ name: 'asked_at', type: 'datetime', precision: 3 })
  askedAt: Date

  @Column({ name: 'changed_at', type: 'datetime', precision: 3 })
  changedAt: Date
}
