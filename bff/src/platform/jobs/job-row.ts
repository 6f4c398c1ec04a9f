import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Timed work that comes round: when it is due next, and who is at it. */
@Entity('job')
export class JobRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  name: string

  @Column({ name: 'due_at', type: 'datetime', precision: 3 })
  dueAt: Date

  @Column({ name: 'lease_until', type: 'datetime', precision: 3, nullable: true })
  leaseUntil: Date | null

  @Column({ type: 'integer' })
  version: number

  @Column({ name: 'last_error', type: 'varchar', length: 500, nullable: true })
  lastError: string | null
}
