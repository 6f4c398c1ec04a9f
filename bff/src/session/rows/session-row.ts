import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** One sign-in of one phone: a family of tokens that live and die together. */
@Entity('session')
@Index('session_account', ['accountId'])
export class SessionRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId: string

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date

  /** Signed out, or a refresh token was used twice. */
  @Column({ name: 'revoked_at', type: 'datetime', precision: 3, nullable: true })
  revokedAt: Date | null
}

/** One pair of tokens, as SHA-256: who reads the database cannot act for anybody. */
@Entity('session_token')
@Index('session_token_access', ['accessDigest'], { unique: true })
@Index('session_token_refresh', ['refreshDigest'], { unique: true })
@Index('session_token_over', ['refreshUntil'])
export class SessionTokenRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ name: 'session_id', type: 'varchar', length: 36 })
  sessionId: string

  @Column({ name: 'access_digest', type: 'varchar', length: 64 })
  accessDigest: string

  @Column({ name: 'access_until', type: 'datetime', precision: 3 })
  accessUntil: Date

  @Column({ name: 'refresh_digest', type: 'varchar', length: 64 })
  refreshDigest: string

  @Column({ name: 'refresh_until', type: 'datetime', precision: 3 })
  refreshUntil: Date

  /** When the refresh token was exchanged for the next pair. */
  @Column({ name: 'rotated_at', type: 'datetime', precision: 3, nullable: true })
  rotatedAt: Date | null
}
