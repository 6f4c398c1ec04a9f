import { probeSignature, type SignatureChanges, wrongSignature } from '../signing/signature-headers'
import { type Chaos } from './chaos'
import {
  type Call,
  type Fault,
  type FaultKind,
  type PaySwitches,
  signatureFaults,
  type SignatureFault,
} from './switches'

/** Which fault a call gets, and counts it down. */
export class Faults {
  private readonly seen = new WeakMap<Fault, number>()

  constructor(
    private readonly switches: PaySwitches,
    private readonly chaos: Chaos,
  ) {}

  take(call: Call): Fault | undefined {
    return this.switches.faults.find((fault) => concerns(fault, call) && this.turn(fault)) ?? this.chaos.fault(call)
  }

  private turn(fault: Fault): boolean {
    const times = fault.times ?? (fault.every === undefined ? 1 : Infinity)
    if (times <= 0) return false
    const seen = (this.seen.get(fault) ?? 0) + 1
    this.seen.set(fault, seen)
    if (seen % (fault.every ?? 1) !== 0) return false
    fault.times = times - 1
    return true
  }
}

function concerns({ on, kind }: Fault, call: Call): boolean {
  if (call === 'callback' && !isSignatureFault(kind)) return false
  return on ? on.includes(call) : call !== 'callback'
}

export function isSignatureFault(kind: FaultKind): kind is SignatureFault {
  return signatureFaults.some((one) => one === kind)
}

const tenMinutes = 600

/** What a fault changes in the signature of an answer or a callback; `now`: milliseconds. */
export function signatureChanges(kind: FaultKind | undefined, now: number): SignatureChanges {
  const seconds = Math.floor(now / 1000)
  if (kind === 'bad-signature') return { signature: wrongSignature() }
  if (kind === 'signtest') return { signature: probeSignature() }
  if (kind === 'stale') return { timestamp: seconds - tenMinutes }
  if (kind === 'future') return { timestamp: seconds + tenMinutes }
  if (kind === 'unknown-serial') return { serial: 'PUB_KEY_ID_0000000000000000000000000000' }
  return kind === 'old-certificate' ? { oldCertificate: true } : {}
}

/** The body as it is sent: for `altered` one sign of it is another one. */
export function alteredBody(kind: FaultKind | undefined, body: string | Buffer): string | Buffer {
  if (kind !== 'altered') return body
  if (typeof body !== 'string') {
    const bytes = Buffer.from(body)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    return bytes
  }
  const swapped = body.replace(/[0-8]/, (digit) => String(Number(digit) + 1))
  return swapped === body ? `${body} ` : swapped
}
