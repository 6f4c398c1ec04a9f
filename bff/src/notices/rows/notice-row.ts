import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/**
 * One notice in the inbox of one reader: an account, or whoever is a contact of a place now. Written in the transaction of what it tells of, once
 * per `key`.
 */
@Entity('notice')
@Index('notice_key', ['key'], { unique: true })
@Index('notice_account', ['accountId', 'createdAt'])
@Index('notice_contact', ['placeKey', 'createdAt'])
export class NoticeRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  /** What it tells of and to whom: `step:HISTORY:account:ID`, `reminder:APPLICATION:NAME:DAY:account:ID` … */
  @Column({ type: 'varchar', length: 200 })
  key: string

  /** Name in the catalogue. */
  @Column({ type: 'varchar', length: 40 })
  name: string

  @Column({ name: 'account_id', type: 'varchar', length: 36, nullable: true })
  accountId: string | null

  /** `unit-contact:CODE` or `department-contact:CODE`. */
  @Column({ name: 'place_key', type: 'varchar', length: 90, nullable: true })
  placeKey: string | null

  @Column({ name: 'application_id', type: 'varchar', length: 36, nullable: true })
  applicationId: string | null

  /** NoticeContent, sealed: it may name a person. */
  @Column({ type: 'text' })
  content: string

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date
}

/** Who has read what; of a place each contact for himself. */
@Entity('notice_read')
export class NoticeReadRow {
  @PrimaryColumn({ name: 'notice_id', type: 'varchar', length: 36 })
  noticeId: string

  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36 })
  accountId: string

  @Column({ type: 'datetime', precision: 3 })
  at: Date
}
