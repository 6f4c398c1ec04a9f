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

  /** The whole event as JSON, sealed: reasons may name people. As JSON, since a text of MariaDB ends at 64 KB and an event need not. */
  @Column({ type: 'json' })
  content: { sealed: string }

  /** `campaign`: of no single application. `parked`: the database did not take what would have followed; staff have to look at it. */
  @Column({ type: 'varchar', length: 16 })
  outcome: Reported | 'campaign' | 'parked'

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

/**
 * The office has answered a message that it will not take it so, and keeps that answer under the message's key. What is then tried again is
 * another request, so it bears another key. No row: the message's id itself is the key.
 */
@Entity('office_attempt')
export class OfficeAttemptRow {
  @PrimaryColumn({ name: 'message_id', type: 'varchar', length: 36 })
  messageId: string

  /** How often it was refused. */
  @Column({ type: 'integer' })
  refusals: number

  /** Of a correction: the revision on which it is sent now. */
  @Column({ type: 'integer', nullable: true })
  revision: number | null
}
