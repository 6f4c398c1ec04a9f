import { setTimeout as pause } from 'node:timers/promises'
import { type PaySwitches } from '../../sandbox/wechat-pay/faults/switches'
import { secondsPerPayer } from './payer'
import { type Random } from './random'
import { feesFor } from './setup'
import { type World } from './world'

/** Chance of a fault in each call to and from WeChat Pay. */
const chaosRate = 0.15
const paySwitches: readonly Partial<PaySwitches>[] = [
  { payBeforeAnswer: 1 },
  { payBeforeClose: 1 },
  { payWhileClosing: 2 },
  { expired: 'CLOSED' },
  { expired: 'NOTPAY' },
  { spelling: 'mixed' },
]
const officeFaults = ['fail', 'failAfter', 'cutAfter', 'garbage', 'badSignature', 'feedTwice', 'feedGap'] as const
/** Grade of which the office asks no fee any more towards the end. */
const waivedGrade = 5

const hourMs = 3_600_000

/** How often one or two hours pass at once, so that orders end under the payers' hands. */
const hoursSkipped = (size: number): number => Math.ceil(size / 40)

/** About what passes of the season's time until the last payer is through. */
export const seasonMs = (size: number): number => size * secondsPerPayer * 1000 + hoursSkipped(size) * 1.5 * hourMs

/** Everything that goes wrong while people pay. What happens is drawn from the seed; when, depends on how far the payers are. */
export class Mischief {
  private kills = 0
  private fees = 0
  private isKilling = false
  private killing: Promise<void> = Promise.resolve()
  private waived = false

  constructor(
    private readonly world: World,
    private readonly random: Random,
    private readonly size: number,
    private readonly seed: number,
  ) {}

  async begin(): Promise<void> {
    await this.world.standIns.paySwitches({ chaos: { seed: this.seed, rate: chaosRate }, refundsBecome: 'SUCCESS' })
  }

  /** After each payer that has come to an end. */
  async next(done: number): Promise<void> {
    const { random, world } = this
    if (random.chance(0.5)) await world.standIns.paySwitches(random.one(paySwitches))
    if (random.chance(0.2)) await world.standIns.officeSwitches({ [random.one(officeFaults)]: random.between(1, 2) })
    if (random.chance(0.08)) await this.changeFees()
    if (!this.waived && done > this.size * 0.7) await this.waive()
    if (done % this.killEvery === 0) this.kill()
    if (done % Math.ceil(this.size / hoursSkipped(this.size)) === 0)
      await world.clock.advance(this.random.between(1, 2) * hourMs)
  }

  /** Ends it all, and every process lives again. */
  async end(): Promise<void> {
    await this.killing
    const well = { payBeforeAnswer: 0, payBeforeClose: 0, payWhileClosing: 0, refundsBecome: 'SUCCESS' } as const
    await this.world.standIns.paySwitches({ ...well, chaos: { seed: this.seed, rate: 0 }, faults: [] })
    await this.world.standIns.officeBehavesWell()
  }

  told(): string {
    return `${this.kills} processes killed, fees changed ${this.fees} times`
  }

  private get killEvery(): number {
    return Math.max(6, Math.floor(this.size / 80))
  }

  /** One at a time, so that somebody is always there; which one and for how long is drawn. */
  private kill(): void {
    const victim = this.random.one(this.world.bffs)
    const dead = this.random.between(0, 1_500)
    if (this.isKilling) return
    this.isKilling = true
    this.kills += 1
    this.killing = victim
      .kill()
      .then(() => pause(dead))
      .then(() => victim.start())
      .then(() => void (this.isKilling = false))
    // What it fails by is thrown at the end.
    this.killing.catch(() => undefined)
  }

  private async changeFees(): Promise<void> {
    this.fees += 1
    const base = this.random.between(50, 300)
    const fees = feesFor((grade) => (this.waived && grade === waivedGrade ? 0 : base * 100 + grade))
    await this.world.standIns.changeReference({ fees })
  }

  private async waive(): Promise<void> {
    this.waived = true
    await this.changeFees()
  }
}
