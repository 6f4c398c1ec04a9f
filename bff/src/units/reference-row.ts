import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { ReferenceData } from './reference-data'

/** What the exam office last said of a campaign, usable while the office is down. Contacts stand apart. */
@Entity('reference')
export class ReferenceRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  campaign: string

  /** The office's ETag. */
  @Column({ type: 'varchar', length: 200 })
  version: string

  @Column({ type: 'json' })
  content: ReferenceData

  /** When the office last said that this is what holds. */
  @Column({ name: 'confirmed_at', type: 'datetime', precision: 3 })
  confirmedAt: Date
}

/** Whose verified phone makes a contact of which unit or department today. Names and numbers themselves are not kept. */
@Entity('reference_contact')
@Index('reference_contact_phone', ['campaign', 'phoneDigest'])
@Index('reference_contact_place', ['campaign', 'placeCode'])
export class ReferenceContactRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ type: 'varchar', length: 64 })
  campaign: string

  @Column({ name: 'phone_digest', type: 'varchar', length: 64 })
  phoneDigest: string

  @Column({ type: 'varchar', length: 32 })
  role: 'unit-contact' | 'department-contact'

  @Column({ name: 'place_code', type: 'varchar', length: 64 })
  placeCode: string

  /** Sealed: where notices for the place go. */
  @Column({ type: 'text', nullable: true })
  email: string | null
}

/** Where the address of a contact is sealed. */
export const contactEmailField = (rowId: string): string => `reference_contact.email:${rowId}`
