import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type {
  HelperConsent,
  ApplicationState,
  Declaration,
  Facts,
  Grade,
  ReturnItem,
  ReturnView,
  StoredVerdict,
  Supplement,
  WorkExperience,
} from '../../contract'

/** What the unit says about the person; laid over the person's own facts, never written by the applicant. */
export interface Attestation {
  highSkillAttested?: boolean
  unitConsent?: boolean
  /** Opinions in the order in which they were given. */
  opinions: { by: 'unit' | 'department'; name: string; words: string; at: string }[]
}

/** The return that is open now; its limit is computed on each view, since the office may still set it. */
export interface OpenReturn extends Pick<ReturnView, 'by' | 'byName' | 'at' | 'items'> {
  /** Instant by our clock at which it came: what was changed since then was changed for its sake. */
  openedAt: string
}

/** 容缺: with the version of the words that were agreed to, and what the office said when it rejected what followed. */
export interface StoredSupplement extends Supplement {
  version: string
  /** Instant by our clock, and what is wrong (`papers.ID`, `pages.ID`). */
  rejected?: { at: string; items: ReturnItem[] }
}

/** One application. `state` is written by transitions.ts alone, always with a history row. */
@Entity('application')
@Index('application_live', ['liveKey'], { unique: true })
@Index('application_account', ['accountId', 'createdAt'])
@Index('application_unit', ['unitCode', 'state'])
@Index('application_unit_name', ['unitName'])
@Index('application_record', ['recordNo'], { unique: true })
export class ApplicationRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ type: 'varchar', length: 32 })
  campaign: string

  /** Who made it: the person, or a helper. */
  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId: string

  /** Set where somebody else fills it in, with the person's consent. */
  @Column({ type: 'json', nullable: true })
  helper: HelperConsent | null

  /** Known from the first submission on. */
  @Column({ name: 'person_id', type: 'varchar', length: 36, nullable: true })
  personId: string | null

  /** `campaign:person` while the application is the person's live one, else null: unique on both databases. */
  @Column({ name: 'live_key', type: 'varchar', length: 80, nullable: true })
  liveKey: string | null

  @Column({ type: 'varchar', length: 32 })
  state: ApplicationState

  /** Instant at which the state was reached. */
  @Column({ type: 'datetime', precision: 3 })
  since: Date

  @Column({ type: 'integer' })
  version: number

  @Column({ type: 'integer', nullable: true })
  grade: Grade | null

  @Column({ type: 'json' })
  facts: Facts

  @Column({ type: 'json', nullable: true })
  attestation: Attestation | null

  @Column({ name: 'name_sealed', type: 'varchar', length: 500, nullable: true })
  nameSealed: string | null

  @Column({ name: 'id_number_sealed', type: 'varchar', length: 500, nullable: true })
  idNumberSealed: string | null

  @Column({ name: 'phone_sealed', type: 'varchar', length: 500, nullable: true })
  phoneSealed: string | null

  @Column({ name: 'unit_code', type: 'varchar', length: 64, nullable: true })
  unitCode: string | null

  /** As typed where the office's list does not have it. */
  @Column({ name: 'unit_name', type: 'varchar', length: 120, nullable: true })
  unitName: string | null

  @Column({ name: 'work_experience', type: 'json', nullable: true })
  workExperience: WorkExperience[] | null

  @Column({ type: 'json', nullable: true })
  declaration: Declaration | null

  /** The server's verdict of the last submission or correction. */
  @Column({ type: 'json', nullable: true })
  verdict: StoredVerdict | null

  /** What the phone had computed, where it differed. */
  @Column({ name: 'phone_verdict', type: 'varchar', length: 16, nullable: true })
  phoneVerdict: StoredVerdict['verdict'] | null

  @Column({ name: 'open_return', type: 'json', nullable: true })
  openReturn: OpenReturn | null

  @Column({ type: 'json', nullable: true })
  supplements: StoredSupplement[] | null

  @Column({ name: 'record_no', type: 'varchar', length: 64, nullable: true })
  recordNo: string | null

  /** Newest revision of the office's record that is known, from a receipt or an event. */
  @Column({ name: 'office_revision', type: 'integer' })
  officeRevision: number

  /** Revision of the office's last event that was applied; only rises. A receipt of ours does not touch it. */
  @Column({ name: 'event_revision', type: 'integer' })
  eventRevision: number

  @Column({ name: 'submitted_at', type: 'datetime', precision: 3, nullable: true })
  submittedAt: Date | null

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date

  @Column({ name: 'updated_at', type: 'datetime', precision: 3 })
  updatedAt: Date
}
