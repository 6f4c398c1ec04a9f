import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** One ID number. Its digest (keyed HMAC) is unique; the number itself is sealed. */
@Entity('person')
@Index('person_digest', ['idDigest'], { unique: true })
export class PersonRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ name: 'id_digest', type: 'varchar', length: 64 })
  idDigest: string

  @Column({ name: 'id_number_sealed', type: 'varchar', length: 500 })
  idNumberSealed: string

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date
}

/** Which accounts act for the person. */
@Entity('person_account')
export class PersonAccountRow {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId: string

  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36 })
  accountId: string

  /** `own`, or `helper` with the person's consent. */
  @Column({ type: 'varchar', length: 16 })
  role: 'own' | 'helper'

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date
}

/** A second account that uses the same ID number: the unit contact knows the person and decides. */
@Entity('person_claim')
@Index('person_claim_once', ['personId', 'accountId'], { unique: true })
@Index('person_claim_application', ['applicationId'])
export class ClaimRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId: string

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId: string

  /** The draft from which it was made; its unit decides. */
  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId: string

  @Column({ type: 'varchar', length: 16 })
  state: 'open' | 'granted' | 'refused'

  @Column({ name: 'opened_at', type: 'datetime', precision: 3 })
  openedAt: Date

  @Column({ name: 'decided_at', type: 'datetime', precision: 3, nullable: true })
  decidedAt: Date | null

  @Column({ name: 'decided_by', type: 'varchar', length: 36, nullable: true })
  decidedBy: string | null
}

/** What was agreed to, in which words, by whom, when; never changed. */
@Entity('application_consent')
@Index('application_consent_of', ['applicationId'])
export class ApplicationConsentRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId: string

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId: string

  /** `undertaking`: 容缺承诺书. */
  @Column({ type: 'varchar', length: 16 })
  kind: 'privacy' | 'helper' | 'declaration' | 'undertaking'

  @Column({ type: 'varchar', length: 32 })
  version: string

  /** Of a helper to the person, in words. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  relation: string | null

  @Column({ type: 'datetime', precision: 3 })
  at: Date
}

/** An event of the office that has no place in the table of states: kept, and shown to staff. */
@Entity('application_remark')
@Index('application_remark_of', ['applicationId'])
export class RemarkRow {
  /** The office's sequence number. */
  @PrimaryColumn({ type: 'integer' })
  seq: number

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId: string

  @Column({ type: 'varchar', length: 64 })
  type: string

  @Column({ type: 'datetime', precision: 3 })
  at: Date

  /** `unknown-type` or `not-possible`. */
  @Column({ type: 'varchar', length: 32 })
  reason: 'unknown-type' | 'not-possible'
}
