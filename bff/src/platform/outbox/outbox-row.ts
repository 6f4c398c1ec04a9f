import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm'

export type OutboxState = 'waiting' | 'sending' | 'done' | 'dead'

/** One message that has to leave the building, written with the change that caused it. */
@Entity('outbox')
@Index('outbox_id', ['id'], { unique: true })
@Index('outbox_due', ['state', 'dueAt'])
@Index('outbox_aggregate', ['aggregate', 'seq'])
@Index('outbox_claim', ['claim'])
export class OutboxRow {
  @PrimaryGeneratedColumn('increment', { type: 'integer' })
  seq: number

  /** The message's own id: the idempotency key towards its receiver. */
  @Column({ type: 'varchar', length: 36 })
  id: string

  @Column({ type: 'varchar', length: 64 })
  topic: string

  /** Messages of one aggregate leave one after the other, in the order in which they were written. */
  @Column({ type: 'varchar', length: 80 })
  aggregate: string

  @Column({ type: 'json' })
  payload: object

  @Column({ type: 'varchar', length: 16 })
  state: OutboxState

  @Column({ type: 'integer' })
  attempts: number

  @Column({ name: 'due_at', type: 'datetime', precision: 3 })
  dueAt: Date

  @Column({ name: 'lease_until', type: 'datetime', precision: 3, nullable: true })
  leaseUntil: Date | null

  /** Who holds the lease: one claim of one worker. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  claim: string | null

  @Column({ name: 'last_error', type: 'varchar', length: 500, nullable: true })
  lastError: string | null

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date
}
