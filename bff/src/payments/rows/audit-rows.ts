import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'

/** Where we learnt it. */
export type PaymentSource = 'phone' | 'callback' | 'query' | 'close' | 'bill' | 'office' | 'staff' | 'job'

/** Every change of money here, append-only: each yuan can be traced. */
@Entity('payment_event')
@Index('payment_event_application', ['applicationId', 'seq'])
export class PaymentEventRow {
  @PrimaryGeneratedColumn('increment', { type: 'integer' })
  seq: number

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId: string

  @Column({ name: 'out_trade_no', type: 'varchar', length: 32 })
  outTradeNo: string

  @Column({ name: 'out_refund_no', type: 'varchar', length: 64, nullable: true })
  outRefundNo: string | null

  @Column({ type: 'varchar', length: 8 })
  source: PaymentSource

  /** `ordered`, `paid`, `surplus`, `held`, `closed`, `refund-asked`, … */
  @Column({ type: 'varchar', length: 20 })
  event: string

  @Column({ type: 'json', nullable: true })
  facts: Record<string, string | number> | null

  @Column({ type: 'datetime', precision: 3 })
  at: Date
}

/** What one day's bill of WeChat Pay came to. */
@Entity('payment_bill')
export class BillRow {
  /** `YYYY-MM-DD`, Beijing. */
  @PrimaryColumn({ type: 'varchar', length: 10 })
  day: string

  @Column({ type: 'integer' })
  payments: number

  @Column({ type: 'integer' })
  refunds: number

  @Column({ type: 'integer' })
  differences: number

  @Column({ name: 'read_at', type: 'datetime', precision: 3 })
  readAt: Date
}

export type DifferenceKind =
  /** Somebody paid an order, or got a refund, that our books do not have. */
  | 'unknown-payment'
  | 'unknown-refund'
  /** Amount, transaction or state differ. */
  | 'payment-differs'
  | 'refund-differs'
  /** Our books have it on that day, the bill does not. */
  | 'payment-not-in-bill'
  | 'refund-not-in-bill'

/** Where money and books disagree, until staff have settled it. */
@Entity('payment_difference')
@Index('payment_difference_open', ['resolvedAt', 'foundAt'])
export class DifferenceRow {
  /** `kind:number`: the same one is kept once. */
  @PrimaryColumn({ type: 'varchar', length: 100 })
  id: string

  @Column({ type: 'varchar', length: 20 })
  kind: DifferenceKind

  /** Of the bill; null where a notification told it. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  day: string | null

  /** out_trade_no or out_refund_no. */
  @Column({ type: 'varchar', length: 64 })
  number: string

  @Column({ type: 'json' })
  facts: Record<string, string | number>

  @Column({ name: 'found_at', type: 'datetime', precision: 3 })
  foundAt: Date

  @Column({ name: 'resolved_at', type: 'datetime', precision: 3, nullable: true })
  resolvedAt: Date | null

  /** What staff did about it. */
  @Column({ type: 'varchar', length: 300, nullable: true })
  note: string | null
}
