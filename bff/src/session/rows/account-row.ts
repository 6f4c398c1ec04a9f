import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** One WeChat openid. */
@Entity('account')
@Index('account_openid', ['openidDigest'], { unique: true })
@Index('account_phone', ['phoneDigest'])
export class AccountRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  /** FieldIndex digest: openids differ in case, which a database may not see. */
  @Column({ name: 'openid_digest', type: 'varchar', length: 64 })
  openidDigest: string

  /** Sealed. */
  @Column({ type: 'text' })
  openid: string

  /** Sealed. */
  @Column({ type: 'text', nullable: true })
  phone: string | null

  @Column({ name: 'phone_digest', type: 'varchar', length: 64, nullable: true })
  phoneDigest: string | null

  /** By WeChat. A typed number is not. */
  @Column({ name: 'phone_verified', type: 'boolean' })
  phoneVerified: boolean

  @Column({ name: 'phone_at', type: 'datetime', precision: 3, nullable: true })
  phoneAt: Date | null

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date
}

/** Where its openid is sealed. */
export const openidField = (accountId: string): string => `account.openid:${accountId}`
