import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** Which words a person agreed to, and when. Never changed. */
@Entity('consent')
@Index('consent_once', ['accountId', 'kind', 'version'], { unique: true })
export class ConsentRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId: string

  @Column({ type: 'varchar', length: 32 })
  kind: string

  @Column({ type: 'varchar', length: 64 })
  version: string

  @Column({ type: 'datetime', precision: 3 })
  at: Date
}
