import type { OfficeChange } from '../contract'
import { isRecord, parsed } from './answers'

export interface ChangesAnswer {
  changes: OfficeChange[]
  newestSeq: number
}

/** Untrusted bytes → events. Undefined: not what the contract says; nothing of it is used. */
export function parseChanges(body: Buffer): ChangesAnswer | undefined {
  const value = parsed(body)
  if (!isRecord(value) || !Array.isArray(value.changes) || !isSeq(value.newestSeq)) return undefined
  const changes = value.changes.map(changeOf)
  const whole = changes.filter((change) => change !== undefined)
  return whole.length === changes.length ? { changes: whole, newestSeq: value.newestSeq } : undefined
}

function changeOf(value: unknown): OfficeChange | undefined {
  if (!isRecord(value)) return undefined
  const { seq, recordNo, revision, type, at, reasons, data } = value
  if (!isSeq(seq) || typeof type !== 'string' || type.length > 64 || typeof at !== 'string') return undefined
  if (Number.isNaN(Date.parse(at)) || !Array.isArray(reasons) || !isRecord(data)) return undefined
  if (recordNo !== undefined && typeof recordNo !== 'string') return undefined
  if (revision !== undefined && !isSeq(revision)) return undefined
  const known = reasons.map(reasonOf).filter((reason) => reason !== undefined)
  if (known.length !== reasons.length) return undefined
  return { seq, ...(recordNo && { recordNo }), ...(revision && { revision }), type, at, reasons: known, data }
}

function reasonOf(value: unknown): OfficeChange['reasons'][number] | undefined {
  if (!isRecord(value)) return undefined
  const { item, code, text } = value
  if (typeof item !== 'string' || typeof code !== 'string' || typeof text !== 'string') return undefined
  return { item, code, text }
}

function isSeq(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
