import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../time/clock'
import { AccessLogRow } from './access-log-row'

export interface View {
  viewerAccountId: string
  viewerRole: string
  /** `application:<id>` */
  subject: string
  part: string
  requestId: string
}

/** Who looked at whose data. Written in the transaction of the read, so that no view goes unrecorded. */
@Injectable()
export class AccessLog {
  constructor(private readonly clock: Clock) {}

  async record(manager: EntityManager, views: View[]): Promise<void> {
    if (views.length === 0) return
    const rows = views.map((view) => ({ ...view, id: randomUUID(), at: this.clock.now() }))
    await manager.createQueryBuilder().insert().into(AccessLogRow).values(rows).updateEntity(false).execute()
  }
}
