import type { Receipt } from '../applications/office-door'
import { wellFormed } from '../platform/http/well-formed'
import type { OfficeResult } from '../platform/office/office-client'

/** What the office refused, with its code. */
export interface OfficeRefusal {
  code: string
  details: Record<string, unknown>
}

/** `passing`: nothing definite, or nothing that will last; the same request is sent again. */
export type Answered =
  | { kind: 'passing'; reason: string }
  | { kind: 'receipt'; receipt: Receipt }
  | { kind: 'refused'; refusal: OfficeRefusal }

/** What an answer to a POST about one application comes to. That it is on record already is a receipt too. */
export function answeredBy(result: OfficeResult): Answered {
  if (result.kind !== 'answer') return { kind: 'passing', reason: `${result.kind}: ${result.reason}` }
  const { status, body } = result
  if (status === 200 || status === 201) {
    const receipt = receiptOf(body)
    return receipt ? { kind: 'receipt', receipt } : { kind: 'passing', reason: 'the receipt cannot be read' }
  }
  // 401: our key or clock; 429 and 5xx: theirs. All of them pass.
  if (status === 401 || status === 429 || status >= 500) return { kind: 'passing', reason: `status ${status}` }
  const refusal = refusalOf(body) ?? { code: `status ${status}`, details: {} }
  const known = refusal.code === 'already-recorded' ? receiptIn(refusal.details) : undefined
  return known ? { kind: 'receipt', receipt: known } : { kind: 'refused', refusal }
}

/** Undefined: not what the contract says, so the outcome is unknown. */
export function receiptOf(body: Buffer): Receipt | undefined {
  return receiptIn(parsed(body))
}

/** A receipt may also stand in the details of `already-recorded`. */
function receiptIn(value: unknown): Receipt | undefined {
  if (!isRecord(value)) return undefined
  const { recordNo, revision } = value
  if (typeof recordNo !== 'string' || recordNo === '' || typeof revision !== 'number') return undefined
  return { recordNo, revision }
}

export function refusalOf(body: Buffer): OfficeRefusal | undefined {
  const value = parsed(body)
  if (!isRecord(value) || typeof value.code !== 'string') return undefined
  return { code: value.code, details: isRecord(value.details) ? value.details : {} }
}

export function parsed(body: Buffer): unknown {
  try {
    return wellFormed(JSON.parse(body.toString('utf8')))
  } catch {
    return undefined
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
