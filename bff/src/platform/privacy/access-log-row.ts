import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** Somebody looked at another person's data: who, as what, whose, which part, when. */
@Entity('access_log')
@Index('access_log_subject', ['subject', 'at'])
export class AccessLogRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ type: 'datetime', precision: 3 })
  at: Date

  @Column({ name: 'viewer_account_id', type: 'varchar', length: 36 })
  viewerAccountId: string

  @Column({ name: 'viewer_role', type: 'varchar', length: 32 })
  viewerRole: string

  /** What was looked at: `application:<id>`, `person:<id>`. */
  @Column({ type: 'varchar', length: 80 })
  subject: string

  /** Which part of it, e.g. `id-number`, `form`. */
  @Column({ type: 'varchar', length: 32 })
  part: string

  @Column({ name: 'request_id', type: 'varchar', length: 64, nullable: true })
  requestId: string | null
}
