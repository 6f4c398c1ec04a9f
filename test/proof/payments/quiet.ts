import { type Pool, type RowDataPacket } from 'mysql2/promise'
import { setTimeout as pause } from 'node:timers/promises'
import { type World } from './world'

/** Each is something that still waits in our books, with the instant at which it is due; null: now. What is held waits for staff. */
const waiting = `
  select 'order' as what, next_query_at as due from payment_channel_order where state = 'open'
  union all select 'late order', next_query_at from payment_channel_order where next_query_at is not null and state <> 'open'
  union all select 'refund', next_at from payment_refund where next_at is not null
  union all select 'message', due_at from outbox where state = 'waiting'
  union all select 'message on its way', lease_until from outbox where state = 'sending'
  union all select 'application', null from application a where state in ('awaiting-payment', 'awaiting-counter-payment')
    and not exists (select 1 from payment_order o where o.application_id = a.id and o.state = 'held')`

interface Waiting {
  what: string
  count: number
  due: Date | null
}

const longestStepMs = 600_000
const shortestStepMs = 1_000
/** A worker notices a new time within a second, and lies idle for half of one. */
const noticeMs = 700
const patienceMs = 240_000

/** Lets time pass until our books wait for nothing more. Throws with what still waits. */
export async function untilQuiet(world: World): Promise<void> {
  const over = performance.now() + patienceMs
  for (;;) {
    const left = await look(world.database)
    if (left.length === 0) return
    if (performance.now() > over) throw new Error(`this never ends: ${JSON.stringify(left)}`)
    const next = left.flatMap(({ due }) => (due ? [due.getTime()] : []))
    const untilNext = Math.min(...next, Infinity) - world.clock.now()
    // What is due already takes real time, not more of the season's.
    if (untilNext > 0)
      await world.clock.advance(Math.round(Math.min(longestStepMs, Math.max(shortestStepMs, untilNext))))
    await pause(noticeMs)
  }
}

/** Until the office's fees and last day are known here. */
export async function untilKnown(world: World, lastDay: string): Promise<void> {
  const known = (): Promise<boolean> =>
    isThere(world.database, 'select 1 from reference where json_value(content, ?) = ?', ['$.paymentDeadline', lastDay])
  for (const over = performance.now() + patienceMs; !(await known());) {
    if (performance.now() > over) throw new Error("the office's fees were never read")
    await world.clock.advance(20_000)
    await pause(noticeMs)
  }
}

/** To that instant, in steps that leave everybody time to follow. */
export async function passTo(world: World, instant: number): Promise<void> {
  for (let left = instant - world.clock.now(); left > 0; left = instant - world.clock.now()) {
    await world.clock.advance(Math.ceil(Math.min(left, 3_600_000)))
    await pause(noticeMs / 7)
  }
}

/** Until WeChat Pay's bill of each of these days (`YYYY-MM-DD`) has been read. */
export async function untilBilled(world: World, days: readonly string[]): Promise<void> {
  for (const day of days) {
    await passTo(world, Date.parse(`${day}T00:00:00+08:00`) + 35 * 3_600_000)
    const over = performance.now() + patienceMs / 4
    while (!(await isThere(world.database, 'select 1 from payment_bill where day = ?', [day]))) {
      if (performance.now() > over) throw new Error(`the bill of ${day} was never read`)
      await world.clock.advance(60_000)
      await pause(noticeMs)
    }
  }
}

async function look(database: Pool): Promise<Waiting[]> {
  const [rows] = await database.query<(Waiting & RowDataPacket)[]>(
    `select what, count(*) as count, min(due) as due from (${waiting}) as w group by what`,
  )
  return rows
}

async function isThere(database: Pool, sql: string, values: string[]): Promise<boolean> {
  const [rows] = await database.query<RowDataPacket[]>(sql, values)
  return rows.length > 0
}
