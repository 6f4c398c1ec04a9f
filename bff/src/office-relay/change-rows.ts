import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Reported } from '../applications/office-door'

/** One event of the office's feed, kept as it came, and what became of it. */
@Entity('office_change')
@Index('office_change_record', ['recordNo', 'outcome'])
export class OfficeChangeRow {
  @PrimaryColumn({ type: 'integer' })
  seq: number

  @Column({ name: 'record_no', type: 'varchar', length: 64, nullable: true })
  recordNo: string | null

  @Column({ type: 'varchar', length: 64 })
  type: string

  @Column({ type: 'datetime', precision: 3 })
  at: Date

  /** The whole event as JSON, sealed: reasons may name people. */
  @Column({ type: 'text' })
  sealed: string

  /** `campaign`: of no single application. */
  @Column({ type: 'varchar', length: 16 })
  outcome: Reported | 'campaign'

  @Column({ name: 'received_at', type: 'datetime', precision: 3 })
  receivedAt: Date
}

/** How far the feed has been applied: one row. */
@Entity('office_feed')
export class FeedRow {
  @PrimaryColumn({ type: 'varchar', length: 32 })
  name: string

  @Column({ name: 'last_seq', type: 'integer' })
  lastSeq: number
}
