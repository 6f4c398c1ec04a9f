import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { ActorKind, ApplicationEvent, ApplicationState, ReturnItem, Stage } from '../../contract'

/** One step of one application. Timeline, notice and status page are all read from here. Never changed, never deleted. */
@Entity('application_history')
@Index('application_history_order', ['applicationId', 'seq'], { unique: true })
export class HistoryRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId: string

  /** The version of the application that this step made. */
  @Column({ type: 'integer' })
  seq: number

  /** Instant: here for our own steps, the office's for its events. */
  @Column({ type: 'datetime', precision: 3 })
  at: Date

  @Column({ type: 'varchar', length: 32 })
  event: ApplicationEvent

  @Column({ name: 'from_state', type: 'varchar', length: 32, nullable: true })
  from: ApplicationState | null

  @Column({ name: 'to_state', type: 'varchar', length: 32 })
  to: ApplicationState

  @Column({ type: 'varchar', length: 32 })
  stage: Stage

  /** Name of the notice; null where the table says that there is none. */
  @Column({ type: 'varchar', length: 32, nullable: true })
  notice: string | null

  @Column({ name: 'actor_kind', type: 'varchar', length: 32 })
  actorKind: ActorKind

  @Column({ name: 'actor_account_id', type: 'varchar', length: 36, nullable: true })
  actorAccountId: string | null

  /** Name of the unit or office that acted. */
  @Column({ type: 'varchar', length: 120, nullable: true })
  who: string | null

  @Column({ type: 'json', nullable: true })
  items: ReturnItem[] | null

  @Column({ type: 'json', nullable: true })
  facts: Record<string, string> | null
}
