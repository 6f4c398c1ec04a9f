import { Column, Entity, PrimaryColumn } from 'typeorm'

export interface SealedAnswer {
  sealed: string
}

/** The answer that a creating request got, so that its repeat gets the same one and changes nothing. */
@Entity('idempotency_key')
export class IdempotencyRow {
  /** Who sent it: keys of two accounts never meet. */
  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36 })
  accountId: string

  /** SHA-256 of the key: a database may take two keys that differ in case for one. */
  @PrimaryColumn({ name: 'key_digest', type: 'varchar', length: 64 })
  keyDigest: string

  /** SHA-256 over method, path and body. */
  @Column({ name: 'request_digest', type: 'varchar', length: 64 })
  requestDigest: string

  @Column({ type: 'json', nullable: true })
  answer: SealedAnswer | null

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date
}
