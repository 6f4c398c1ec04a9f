import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/**
 * `open`: WeChat may have it, it may be being paid. `paid`: it paid its order. `surplus`: paid, but nothing was owed: refunded. `held`: paid, but
 * wrong: for staff. `closed`: WeChat takes no money for it any more.
 */
export type ChannelState = 'open' | 'paid' | 'surplus' | 'held' | 'closed'

/** One order at WeChat Pay. What it asks for never changes; another amount, payer or text is another one. */
@Entity('payment_channel_order')
@Index('payment_channel_open', ['openKey'], { unique: true })
@Index('payment_channel_transaction', ['transactionId'], { unique: true })
@Index('payment_channel_of_order', ['orderId'])
@Index('payment_channel_application', ['applicationId', 'state'])
@Index('payment_channel_due', ['nextQueryAt'])
@Index('payment_channel_paid', ['paidAt'])
export class ChannelOrderRow {
  @PrimaryColumn({ name: 'out_trade_no', type: 'varchar', length: 32 })
  outTradeNo: string

  @Column({ name: 'order_id', type: 'varchar', length: 36 })
  orderId: string

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId: string

  /** Whose openid may pay it. */
  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId: string

  /** The order's id while open: at most one open channel order per order, on both databases. */
  @Column({ name: 'open_key', type: 'varchar', length: 36, nullable: true })
  openKey: string | null

  @Column({ type: 'varchar', length: 8 })
  state: ChannelState

  @Column({ name: 'amount_cents', type: 'integer' })
  amountCents: number

  @Column({ type: 'varchar', length: 127 })
  description: string

  @Column({ name: 'time_expire', type: 'datetime', precision: 3 })
  timeExpire: Date

  /** Null until WeChat has answered. */
  @Column({ name: 'prepay_id', type: 'varchar', length: 64, nullable: true })
  prepayId: string | null

  /** Nobody owes it any more: to be closed at WeChat. */
  @Column({ type: 'boolean' })
  unwanted: boolean

  @Column({ name: 'transaction_id', type: 'varchar', length: 32, nullable: true })
  transactionId: string | null

  @Column({ name: 'received_cents', type: 'integer', nullable: true })
  receivedCents: number | null

  /** By WeChat. */
  @Column({ name: 'paid_at', type: 'datetime', precision: 3, nullable: true })
  paidAt: Date | null

  /** When WeChat is asked next; null: nothing more to learn. */
  @Column({ name: 'next_query_at', type: 'datetime', precision: 3, nullable: true })
  nextQueryAt: Date | null

  /** How often it was asked since the phone last showed itself. */
  @Column({ name: 'query_step', type: 'integer' })
  queryStep: number

  @Column({ name: 'lease_until', type: 'datetime', precision: 3, nullable: true })
  leaseUntil: Date | null

  @Column({ type: 'integer' })
  version: number

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date

  @Column({ name: 'updated_at', type: 'datetime', precision: 3 })
  updatedAt: Date
}
