import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/time/clock'
import { ChannelOrderRow } from '../rows/channel-order-row'

/** Orders that nobody owes any more: closed at WeChat by the next turn, and asked for, since they may have been paid. */
@Injectable()
export class Unwanted {
  constructor(private readonly clock: Clock) {}

  /** True: the application has an open one. */
  async mark(manager: EntityManager, applicationId: string): Promise<boolean> {
    const now = this.clock.now()
    const open = await manager.findOneBy(ChannelOrderRow, { applicationId, state: 'open' })
    if (!open) return false
    // One that is being closed already keeps its schedule.
    const changes = { unwanted: true, nextQueryAt: now, updatedAt: now }
    if (!open.unwanted) await manager.update(ChannelOrderRow, { outTradeNo: open.outTradeNo, state: 'open' }, changes)
    return true
  }
}
