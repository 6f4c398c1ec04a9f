import { randomBytes } from 'node:crypto'
import { type Clock } from '../clock/clock'
import { MessageState } from './messages/message-state'
import { releasedPages } from './messages/released-pages'
import { sampleTemplates } from './messages/sample-templates'
import { type App, type Code, type IssuedToken, type Shipment, type Switches } from './types'

const codeLifeMs = 5 * 60_000

/** Everything the stand-in remembers; it is gone when the process ends, as a code or a token may be at any time. */
export class WechatState {
  readonly switches: Switches = {
    busy: 0,
    failPhone: false,
    textPlain: true,
    countryCodeAsString: false,
    tokenLifeSeconds: 7200,
    riskyPeople: [],
    unknownPayments: 0,
    unshippable: false,
  }
  readonly counts = new Map<string, number>()
  readonly codes = new Map<string, Code>()
  readonly tokens = new Map<string, IssuedToken>()
  /** `appid openid` → the key of the newest login; an older one is dead. */
  readonly sessionKeys = new Map<string, string>()
  readonly signIns = new Map<string, number[]>()
  readonly forced = new Map<string, number[]>()
  readonly shipments: Shipment[] = []
  readonly messages = new MessageState(sampleTemplates, releasedPages)

  constructor(
    readonly apps: readonly App[],
    readonly clock: Clock,
  ) {}

  count(call: string): void {
    this.counts.set(call, (this.counts.get(call) ?? 0) + 1)
  }

  mint(kind: Code['kind'], person: string, appid: string): string {
    const code = `0${kind === 'login' ? 'a' : 'b'}${randomBytes(15).toString('hex')}`
    this.codes.set(code, { kind, person, appid, until: this.clock.now() + codeLifeMs, used: false })
    return code
  }

  /** Remembers a moment under `key` and answers how many lie within the last `windowMs`, this one included. */
  frequency(memory: Map<string, number[]>, key: string, windowMs: number): number {
    const now = this.clock.now()
    const recent = [...(memory.get(key) ?? []).filter((at) => at > now - windowMs), now]
    memory.set(key, recent)
    return recent.length
  }
}
