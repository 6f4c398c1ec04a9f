import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

export const ways = ['wechat', 'email'] as const
export type WayName = (typeof ways)[number]

/**
 * `waiting` → `sending`, committed before the call → `sent`, or back to `waiting` where it is certain that nothing went out. One that is found
 * `sending` was in the hands of a process that died: `uncertain`, never sent again on this way. `skipped`: this way was not open. `failed`: it was refused
 * for good. `dead`: tried too long; staff may send it again.
 */
export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'uncertain' | 'skipped' | 'failed' | 'dead'

/** One notice to one reader on one way: at most once. The outbox says when it is tried. */
@Entity('notice_delivery')
@Index('notice_delivery_once', ['noticeId', 'recipient', 'way'], { unique: true })
@Index('notice_delivery_state', ['state', 'changedAt'])
@Index('notice_delivery_reader', ['recipient', 'way', 'state'])
export class DeliveryRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ name: 'notice_id', type: 'varchar', length: 36 })
  noticeId: string

  /** `account:ID`, or `contact:PHONE-DIGEST` of the office's list. */
  @Column({ type: 'varchar', length: 80 })
  recipient: string

  @Column({ type: 'varchar', length: 8 })
  way: WayName

  @Column({ type: 'varchar', length: 12 })
  state: DeliveryState

  /** Waits for the morning, when all such ones of a reader go as one message. */
  @Column({ type: 'boolean' })
  daily: boolean

  /** The delivery in whose message this one goes: its own id, or another's where a contact gets one list in the morning. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  carrier: string | null

  @Column({ type: 'integer' })
  attempts: number

  /** The way's patience counts from here. */
  @Column({ name: 'first_tried_at', type: 'datetime', precision: 3, nullable: true })
  firstTriedAt: Date | null

  @Column({ name: 'last_error', type: 'varchar', length: 200, nullable: true })
  lastError: string | null

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date

  @Column({ name: 'changed_at', type: 'datetime', precision: 3 })
  changedAt: Date
}
