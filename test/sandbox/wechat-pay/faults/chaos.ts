import { type Call, type Fault, type PaySwitches } from './switches'

/** Answers' faults and how often each is drawn, compared with the others. */
const faults: readonly (readonly [weight: number, fault: Fault])[] = [
  [4, { kind: 'error', code: 'SYSTEM_ERROR' }],
  [4, { kind: 'error', code: 'SYSTEM_ERROR', processed: true }],
  [4, { kind: 'error', code: 'FREQUENCY_LIMITED' }],
  [4, { kind: 'reset' }],
  [2, { kind: 'reset', processed: false }],
  [1, { kind: 'hang' }],
  [1, { kind: 'redirect' }],
  [2, { kind: 'truncated' }],
  [2, { kind: 'unsigned' }],
  [3, { kind: 'bad-signature' }],
  [2, { kind: 'signtest' }],
  [1, { kind: 'stale' }],
  [1, { kind: 'future' }],
  [1, { kind: 'unknown-serial' }],
  [4, { kind: 'old-certificate' }],
  [2, { kind: 'altered' }],
]
const more: Partial<Record<Call, readonly (readonly [number, Fault])[]>> = {
  query: [[3, { kind: 'error', code: 'USERPAYING' }]],
  refund: [[4, { kind: 'error', code: 'NOT_ENOUGH' }]],
}
const callbackFaults = faults.filter(
  ([, { kind }]) => !['error', 'reset', 'hang', 'redirect', 'truncated'].includes(kind),
)

/** Draws from `switches.chaos`; the same seed and the same order of calls give the same faults. */
export class Chaos {
  private of: PaySwitches['chaos']
  private state = 0

  constructor(private readonly switches: PaySwitches) {}

  /** true with the chance of the switch, times `share`. */
  strikes(share = 1): boolean {
    const { chaos } = this.switches
    if (!chaos) return false
    return this.next(chaos) < chaos.rate * share
  }

  fault(call: Call): Fault | undefined {
    if (!this.strikes()) return undefined
    const choice = call === 'callback' ? callbackFaults : [...faults, ...(more[call] ?? [])]
    const total = choice.reduce((sum, [weight]) => sum + weight, 0)
    let left = this.draw() * total
    return choice.find(([weight]) => (left -= weight) < 0)?.[1]
  }

  /** A whole number from 0 to below `below`. */
  upTo(below: number): number {
    return Math.floor(this.draw() * below)
  }

  private draw(): number {
    const { chaos } = this.switches
    return chaos ? this.next(chaos) : 0
  }

  /** mulberry32, begun anew where the switch was set anew. */
  private next(chaos: NonNullable<PaySwitches['chaos']>): number {
    if (this.of !== chaos) [this.of, this.state] = [chaos, chaos.seed | 0]
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
