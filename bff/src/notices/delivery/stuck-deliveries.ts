import { Injectable, type OnModuleInit } from '@nestjs/common'
import { In } from 'typeorm'
import { Transactions } from '../../platform/database/transaction'
import { Metrics } from '../../platform/metrics/metrics'
import { DeliveryRow, type DeliveryState } from '../rows/delivery-row'
import { NoticeRow } from '../rows/notice-row'
import { Deliveries } from './deliveries'

export type StuckDelivery = Pick<DeliveryRow, 'id' | 'way' | 'state' | 'attempts' | 'lastError' | 'changedAt'> & {
  /** Name in the catalogue. */
  name: string
  applicationId: string | null
}

/** What staff have to know of: `uncertain` ones were followed by the next way and are never sent again on theirs. */
const shown: readonly DeliveryState[] = ['dead', 'failed', 'uncertain']
const most = 200

/** Messages that did not arrive on a way, for staff. The inbox has every notice all the same. */
@Injectable()
export class StuckDeliveries implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly deliveries: Deliveries,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge({
      name: 'registration_notice_deliveries',
      help: 'Messages by way that did not arrive, or wait',
      labels: ['way', 'state'],
      read: () => this.counts(),
    })
  }

  /** Newest first, at most 200. */
  async list(): Promise<StuckDelivery[]> {
    return this.transactions.read(async (manager) => {
      const where = { state: In([...shown]) }
      const rows = await manager.find(DeliveryRow, { where, order: { changedAt: 'DESC', id: 'ASC' }, take: most })
      const notices = await manager.findBy(NoticeRow, { id: In(rows.map(({ noticeId }) => noticeId)) })
      return rows.map(({ id, noticeId, way, state, attempts, lastError, changedAt }) => {
        const notice = notices.find((one) => one.id === noticeId)
        const { name = '', applicationId = null } = notice ?? {}
        return { id, way, state, attempts, lastError, changedAt, name, applicationId }
      })
    })
  }

  /** False: there is none of this id that was refused or given up. */
  async resend(id: string): Promise<boolean> {
    return this.transactions.run((manager) => this.deliveries.resend(manager, id))
  }

  private async counts(): Promise<{ labels: Record<string, string>; value: number }[]> {
    const rows = await this.transactions.read((manager) =>
      manager
        .createQueryBuilder(DeliveryRow, 'row')
        .select('row.way', 'way')
        .addSelect('row.state', 'state')
        .addSelect('count(*)', 'value')
        .where({ state: In(['waiting', 'sending', ...shown]) })
        .groupBy('row.way')
        .addGroupBy('row.state')
        .getRawMany<{ way: string; state: string; value: number | string }>(),
    )
    return rows.map(({ way, state, value }) => ({ labels: { way, state }, value: Number(value) }))
  }
}
