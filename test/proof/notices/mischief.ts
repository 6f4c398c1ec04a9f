import { type RowDataPacket } from 'mysql2/promise'
import { setTimeout as pause } from 'node:timers/promises'
import { type Random } from '../payments/random'
import { type World } from './world'

const turnMs = 700
/** A claim of 120 s runs out only where its worker died: a living one is through with it in a few turns. */
const stepMs = 5_000
const longestStepMs = 60_000
const patienceMs = 600_000
const manySending = 4
const lookMs = 15

interface Left extends RowDataPacket {
  state: 'waiting' | 'sending'
  count: number
  due: Date
}

/** Kills workers while they send, and lets the season's time pass. What is drawn comes from the seed; when, depends on how fast it all goes. */
export class Mischief {
  kills = 0
  private over = false

  constructor(
    private readonly world: World,
    private readonly random: Random,
    private readonly most: number,
  ) {}

  /** Until `end` was called, or so many were killed. Afterwards every worker lives. */
  async run(): Promise<void> {
    while (!this.over && this.kills < this.most) {
      await this.turn()
      if (await this.manyAreSending()) await this.kill()
    }
  }

  end(): void {
    this.over = true
  }

  /** Lets time pass until nothing waits any more. Throws with what still does. */
  async untilQuiet(): Promise<void> {
    const end = performance.now() + patienceMs
    for (let left = await this.left(); left.length > 0; left = await this.left()) {
      if (performance.now() > end) throw new Error(`this never ends: ${JSON.stringify(left)}`)
      const next = Math.min(...left.map(({ due }) => due.getTime())) - this.world.clock.now()
      const isIdle = left.every(({ state }) => state === 'waiting')
      // Nobody has anything in hand: time may fly until the next is due.
      await this.turn(isIdle && next > 0 ? Math.min(longestStepMs, next + 1) : stepMs)
    }
  }

  private async turn(ms = stepMs): Promise<void> {
    await this.world.clock.advance(Math.ceil(ms))
    await pause(turnMs)
  }

  private async kill(): Promise<void> {
    const worker = this.random.one(this.world.workers)
    const dead = this.random.between(0, 1_000)
    this.kills += 1
    await worker.kill()
    await pause(dead)
    await worker.start()
  }

  /** A kill is to meet calls on their way. False: for a while there were few. */
  private async manyAreSending(): Promise<boolean> {
    for (let look = 0; look < 40; look += 1) {
      const [rows] = await this.world.database.query<RowDataPacket[]>(
        "select count(*) as count from notice_delivery where state = 'sending'",
      )
      if (Number(rows[0]?.['count']) >= manySending) return true
      await pause(lookMs)
    }
    return false
  }

  private async left(): Promise<Left[]> {
    const [rows] = await this.world.database.query<Left[]>(
      `select state, count(*) as count, min(if(state = 'waiting', due_at, lease_until)) as due
       from outbox where topic = 'notice.deliver' and state in ('waiting', 'sending') group by state`,
    )
    return rows
  }
}
