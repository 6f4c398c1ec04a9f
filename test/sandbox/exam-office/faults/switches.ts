/** How the office misbehaves. Counters go down with each answer they spoil; 0, false and `normal` mean well-behaved. */
export interface OfficeSwitches {
  /** `unavailable`: 503 from a proxy, in HTML and unsigned. `unreachable`: the connection is cut. */
  down: 'no' | 'unavailable' | 'unreachable'
  /** Which calls the switches below spoil. */
  appliesTo: 'all' | 'writes' | 'reads'
  /** Every answer comes so many milliseconds late. */
  slowMs: number
  /** So many calls are answered 500 and not processed. */
  fail: number
  /** So many calls are processed and answered 500 all the same. */
  failAfter: number
  /** So many calls are processed, and the connection is cut instead of an answer. */
  cutAfter: number
  /** So many calls are answered 409 and not processed. */
  conflict: number
  /** So many answers have a rightly signed body that is no JSON. */
  garbage: number
  /** So many answers have a wrong signature. */
  badSignature: number
  /** So many answers of the feed list every change twice. */
  feedTwice: number
  /** So many answers of the feed leave out their first change. */
  feedGap: number
  /** `off`: no webhook; `twice`; `bad-signature`. */
  nudge: 'on' | 'off' | 'twice' | 'bad-signature'
}

export const wellBehaved: Readonly<OfficeSwitches> = {
  down: 'no',
  appliesTo: 'all',
  slowMs: 0,
  fail: 0,
  failAfter: 0,
  cutAfter: 0,
  conflict: 0,
  garbage: 0,
  badSignature: 0,
  feedTwice: 0,
  feedGap: 0,
  nudge: 'on',
}

const count = { type: 'integer', minimum: 0, maximum: 1_000_000 }

export const switchesSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    down: { enum: ['no', 'unavailable', 'unreachable'] },
    appliesTo: { enum: ['all', 'writes', 'reads'] },
    slowMs: { type: 'integer', minimum: 0, maximum: 600_000 },
    fail: count,
    failAfter: count,
    cutAfter: count,
    conflict: count,
    garbage: count,
    badSignature: count,
    feedTwice: count,
    feedGap: count,
    nudge: { enum: ['on', 'off', 'twice', 'bad-signature'] },
  },
}

type Counter = 'fail' | 'failAfter' | 'cutAfter' | 'conflict' | 'garbage' | 'badSignature' | 'feedTwice' | 'feedGap'

/** true as often as was set, one less each time. */
export function spend(switches: OfficeSwitches, counter: Counter): boolean {
  if (switches[counter] <= 0) return false
  switches[counter] -= 1
  return true
}

export function applies(switches: OfficeSwitches, method: string): boolean {
  if (switches.appliesTo === 'all') return true
  return (switches.appliesTo === 'reads') === (method === 'GET')
}
