import { type Phone } from './phone'
import { type Random } from './random'
import { type Case } from './setup'
import { type World } from './world'

/** What the payers have done, for the report. */
export type Deeds = Map<string, number>

type Deed =
  | 'start'
  | 'double tap'
  | 'two devices'
  | 'another account'
  | 'pay'
  | 'pay an old order'
  | 'pay the wrong amount'
  | 'say it is paid'
  | 'look'
  | 'wait'
  | 'withdraw'
  | 'callback again'
  | 'office refunds'

/** How often a payer does what. `empty`: WeChat's cashier has nothing for them yet; `before`: it has, and nothing is paid. */
const empty: readonly (readonly [number, Deed])[] = [
  [30, 'start'],
  [8, 'double tap'],
  [8, 'two devices'],
  [4, 'say it is paid'],
  [8, 'wait'],
  [2, 'withdraw'],
]
const before: readonly (readonly [number, Deed])[] = [
  [20, 'start'],
  [6, 'double tap'],
  [6, 'two devices'],
  [4, 'another account'],
  [40, 'pay'],
  [6, 'pay an old order'],
  [1.5, 'pay the wrong amount'],
  [8, 'say it is paid'],
  [3, 'look'],
  [16, 'wait'],
  [5, 'withdraw'],
]
const after: readonly (readonly [number, Deed])[] = [
  [12, 'start'],
  [8, 'pay an old order'],
  [12, 'say it is paid'],
  [5, 'look'],
  [12, 'wait'],
  [3, 'withdraw'],
  [10, 'callback again'],
  [8, 'office refunds'],
]
const firstVersion = 5
const longestWaitSeconds = 90
/** About what all the waiting of one payer comes to. */
export const secondsPerPayer = 40

/** One person before the fee of one application. Everything is drawn, so that nobody has thought of it before. */
export class Payer {
  /** Oldest first. */
  private readonly prepayIds: string[] = []
  private readonly paid: string[] = []

  constructor(
    private readonly world: World,
    private readonly one: Case,
    private readonly random: Random,
    private readonly deeds: Deeds,
  ) {}

  async run(): Promise<void> {
    const steps = this.random.between(3, 9)
    await this.do('start')
    for (let step = 0; step < steps; step += 1) await this.do(this.random.weighted(this.choices()))
  }

  private choices(): readonly (readonly [number, Deed])[] {
    if (this.paid.length > 0) return after
    return this.prepayIds.length > 0 ? before : empty
  }

  private async do(deed: Deed): Promise<void> {
    this.deeds.set(deed, (this.deeds.get(deed) ?? 0) + 1)
    const { applicationId, recordNo } = this.one
    switch (deed) {
      case 'start':
        return this.start(this.phone(0))
      case 'double tap':
        return this.startBoth(this.phone(0), this.phone(0))
      case 'two devices':
        return this.startBoth(this.phone(0), this.phone(1))
      case 'another account':
        return this.startBoth(this.phone(this.random.between(0, 1)), this.phone(2))
      case 'pay':
        return this.pay(this.prepayIds.at(-1))
      case 'pay an old order':
        return this.pay(this.prepayIds.length > 0 ? this.random.one(this.prepayIds) : undefined)
      case 'pay the wrong amount':
        return this.pay(this.prepayIds.at(-1), { cents: this.random.between(1, 99) })
      case 'say it is paid':
        return void (await this.phone(0).check(applicationId))
      case 'look':
        return void (await this.phone(1).look(applicationId))
      case 'wait':
        return void (await this.world.clock.advance(this.random.between(1, longestWaitSeconds) * 1000))
      case 'withdraw':
        return void (await this.phone(0).withdraw(applicationId, firstVersion))
      case 'callback again':
        return this.world.standIns.replay(this.random.one(this.paid))
      case 'office refunds':
        return this.refund(recordNo)
    }
  }

  private phone(index: number): Phone {
    const phone = this.one.phones[index]
    if (!phone) throw new Error('a payer without a phone')
    return phone
  }

  private async start(phone: Phone, web?: number): Promise<void> {
    const prepayId = await phone.start(this.one.applicationId, web)
    if (prepayId !== undefined && !this.prepayIds.includes(prepayId)) this.prepayIds.push(prepayId)
  }

  /** In the same moment, each on a web process of its own. */
  private async startBoth(first: Phone, second: Phone): Promise<void> {
    await Promise.all([this.start(first, 0), this.start(second, 1)])
  }

  /** WeChat's cashier may say no: the order is over, or paid. */
  private async pay(prepayId: string | undefined, changes?: { cents: number }): Promise<void> {
    if (prepayId === undefined) return
    const order = await this.world.standIns.pay(prepayId, changes)
    if (order) this.paid.push(order.outTradeNo)
    else this.deeds.set('refused by the cashier', (this.deeds.get('refused by the cashier') ?? 0) + 1)
  }

  /** The office decides once, and only on what it knows as paid. */
  private async refund(recordNo: string): Promise<void> {
    const { history } = await this.world.standIns.record(recordNo)
    const types = history.map(({ type }) => type)
    if (types.includes('payment') && !types.includes('refund-decided')) await this.world.standIns.decideRefund(recordNo)
  }
}
