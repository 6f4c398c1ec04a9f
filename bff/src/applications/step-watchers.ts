import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { HistoryRow } from './rows/history-row'

/** In the transaction of the step: what it does is kept with the step, or neither is. */
type Watcher = (manager: EntityManager, step: HistoryRow) => Promise<void>

/** Where features that come behind `applications` hear of every step, since `applications` imports none of them. */
@Injectable()
export class StepWatchers {
  private readonly watchers: Watcher[] = []

  register(watcher: Watcher): void {
    this.watchers.push(watcher)
  }

  async tell(manager: EntityManager, step: HistoryRow): Promise<void> {
    for (const watcher of this.watchers) await watcher(manager, step)
  }
}
