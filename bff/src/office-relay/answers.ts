import type { Receipt } from '../applications/office-door'
import { wellFormed } from '../platform/http/well-formed'

/** What the office refused, with its code. */
export interface OfficeRefusal {
  code: string
  details: Record<string, unknown>
}

/** Undefined: not what the contract says, so the outcome is unknown. */
export function receiptOf(body: Buffer): Receipt | undefined {
  return receiptIn(parsed(body))
}

/** A receipt may also stand in the details of `already-recorded`. */
export function receiptIn(value: unknown): Receipt | undefined {
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
