import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm'

/** One message from outside, kept as it came. `(source, message_id)` is unique, so a repeat is known at once. */
@Entity('inbox')
@Index('inbox_message', ['source', 'messageId'], { unique: true })
@Index('inbox_open', ['source', 'processed', 'seq'])
export class InboxRow {
  @PrimaryGeneratedColumn('increment', { type: 'integer' })
  seq: number

  @Column({ type: 'varchar', length: 32 })
  source: string

  @Column({ name: 'message_id', type: 'varchar', length: 80 })
  messageId: string

  @Column({ type: 'blob' })
  body: Buffer

  @Column({ name: 'received_at', type: 'datetime', precision: 3 })
  receivedAt: Date

  @Column({ type: 'boolean' })
  processed: boolean

  @Column({ name: 'processed_at', type: 'datetime', precision: 3, nullable: true })
  processedAt: Date | null

  @Column({ name: 'last_error', type: 'varchar', length: 500, nullable: true })
  lastError: string | null
}
