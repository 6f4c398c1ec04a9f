import { type Clock } from '../clock/clock'
import { Chaos } from './faults/chaos'
import { Faults } from './faults/faults'
import { type PaySwitches, wellBehaved } from './faults/switches'
import { Ledger } from './ledger/ledger'
import { RefundLedger } from './ledger/refund-ledger'
import { Store } from './ledger/store'
import { type SandboxMerchant } from './sample-merchant'

export interface PaySettings {
  clock: Clock
  merchant: SandboxMerchant
  /** Apps that are bound to the merchant. */
  appids: readonly string[]
  /** SQLite file for orders and owed callbacks; absent: memory. */
  file?: string
}

/** All that the stand-in has: its books, the merchant's keys and the ways in which it may misbehave. */
export class PayState {
  readonly switches: PaySwitches = wellBehaved()
  readonly chaos = new Chaos(this.switches)
  readonly faults = new Faults(this.switches, this.chaos)
  readonly counts = new Map<string, number>()
  readonly clock: Clock
  readonly merchant: SandboxMerchant
  readonly appids: readonly string[]
  readonly store: Store
  readonly ledger: Ledger
  readonly refunds: RefundLedger
  private turns = 0

  constructor(settings: PaySettings) {
    this.clock = settings.clock
    this.merchant = settings.merchant
    this.appids = settings.appids
    this.store = new Store(settings.file)
    this.ledger = new Ledger(this.clock, this.store, () => this.switches.expired === 'CLOSED')
    this.refunds = new RefundLedger(this.clock, this.ledger)
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1)
  }

  /** Of signatures: the machine's clock, since libraries know no other. Milliseconds. */
  signatureNow(): number {
    return Date.now() + this.switches.clockOffsetMs
  }

  spelling(): 'new' | 'old' {
    const { spelling } = this.switches
    if (spelling !== 'mixed') return spelling
    return (this.turns += 1) % 2 === 0 ? 'new' : 'old'
  }

  /** true as often as was set, one less each time. */
  spend(counter: 'payBeforeAnswer' | 'payBeforeClose' | 'payWhileClosing'): boolean {
    if (this.switches[counter] <= 0) return false
    this.switches[counter] -= 1
    return true
  }
}
