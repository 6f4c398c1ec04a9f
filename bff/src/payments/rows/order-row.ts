import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

export type OrderState = 'open' | 'paid' | 'held'

/** What one application owes and whether it came: one order per application. Its tries with WeChat are channel orders. */
@Entity('payment_order')
@Index('payment_order_application', ['applicationId'], { unique: true })
@Index('payment_order_state', ['state'])
export class OrderRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId: string

  @Column({ type: 'varchar', length: 8 })
  state: OrderState

  /** The channel order that paid it. */
  @Column({ name: 'paid_by', type: 'varchar', length: 32, nullable: true })
  paidBy: string | null

  @Column({ name: 'paid_at', type: 'datetime', precision: 3, nullable: true })
  paidAt: Date | null

  @Column({ type: 'integer' })
  version: number

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date

  @Column({ name: 'updated_at', type: 'datetime', precision: 3 })
  updatedAt: Date
}
