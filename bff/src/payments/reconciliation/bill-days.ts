import { Injectable } from '@nestjs/common'
import { Between, In, type EntityManager } from 'typeorm'
import { addSeconds, beijingDay, Clock } from '../../platform/time/clock'
import { BillRow } from '../rows/audit-rows'
import { ChannelOrderRow } from '../rows/channel-order-row'
import { RefundRow } from '../rows/refund-row'

const daySeconds = 24 * 3600
/** WeChat has a day's bill ready by 10:00 of the next one. */
const readySeconds = daySeconds + 10 * 3600
const daysBack = 7

/** Which days' bills are to be read. */
@Injectable()
export class BillDays {
  constructor(private readonly clock: Clock) {}

  /** Oldest first: yesterday, and what was left undone in the week before, of days on which there was anything. */
  async unread(manager: EntityManager): Promise<string[]> {
    const now = this.clock.now()
    const yesterday = this.yesterday
    const days = Array.from({ length: daysBack }, (_, index) => dayBefore(yesterday, daysBack - 1 - index))
    const ready = days.filter((day) => addSeconds(startOf(day), readySeconds) <= now)
    const read = await readDays(manager, ready)
    const unread: string[] = []
    for (const day of ready) {
      if (!read.has(day) && (day === yesterday || (await hadAny(manager, day)))) unread.push(day)
    }
    return unread
  }

  isYesterday(day: string): boolean {
    return day === this.yesterday
  }

  private get yesterday(): string {
    return dayBefore(beijingDay(this.clock.now()), 1)
  }
}

/** Those of these days whose bill has been read. */
export async function readDays(manager: EntityManager, days: readonly string[]): Promise<Set<string>> {
  const rows = await manager.findBy(BillRow, { day: In(days) })
  return new Set(rows.map(({ day }) => day))
}

export function dayBefore(day: string, days: number): string {
  return beijingDay(addSeconds(startOf(day), -days * daySeconds))
}

/** Condition on a column: within this day in Beijing. */
export function within(day: string): ReturnType<typeof Between<Date>> {
  const start = startOf(day)
  return Between(start, new Date(addSeconds(start, daySeconds).getTime() - 1))
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

async function hadAny(manager: EntityManager, day: string): Promise<boolean> {
  return (
    (await manager.existsBy(ChannelOrderRow, [{ createdAt: within(day) }, { paidAt: within(day) }])) ||
    (await manager.existsBy(RefundRow, { changedAt: within(day) }))
  )
}
