import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import { Transactions } from '../../platform/database/transaction'
import { Clock } from '../../platform/time/clock'
import { DifferenceRow } from '../rows/audit-rows'

/** Where WeChat Pay and our books disagree, for whoever looks after the service. */
@Injectable()
export class Differences {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Open ones, oldest first; `all`: settled ones too, newest first. 200 at most. */
  list(all: boolean): Promise<DifferenceRow[]> {
    const order = { foundAt: all ? ('DESC' as const) : ('ASC' as const) }
    const where = all ? {} : { resolvedAt: IsNull() }
    return this.transactions.read((manager) => manager.find(DifferenceRow, { where, order, take: 200 }))
  }

  countOpen(): Promise<number> {
    return this.transactions.read((manager) => manager.countBy(DifferenceRow, { resolvedAt: IsNull() }))
  }

  /** Staff have seen to it; `note` (at most 300 characters) says how. False: no open one has this id. */
  async resolve(id: string, note: string): Promise<boolean> {
    const resolved = { resolvedAt: this.clock.now(), note }
    const { affected } = await this.transactions.run((manager) =>
      manager.update(DifferenceRow, { id, resolvedAt: IsNull() }, resolved),
    )
    return affected === 1
  }
}
