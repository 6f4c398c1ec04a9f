import type { ReadingId } from './reading'
import type { Outcome } from './verdict'

/** What one row says of one fully known person under one choice of readings. */
export interface Leaf {
  outcome: Exclude<Outcome, 'unknown'>
  lean?: 'met' | 'unmet'
  /** With `confirm`: the readings that decide it. */
  readings?: readonly ReadingId[]
  /** With `waived`: the clause that waives. */
  waivedBy?: string
}

export const MET: Leaf = { outcome: 'met' }
export const UNMET: Leaf = { outcome: 'unmet' }
export const MANUAL: Leaf = { outcome: 'manual' }
export const PENDING: Leaf = { outcome: 'pending' }

export const metIf = (condition: boolean): Leaf => (condition ? MET : UNMET)

interface Weighed {
  outcome: Outcome
}

const some = (members: readonly Weighed[], outcome: Outcome): boolean => {
  for (const member of members) if (member.outcome === outcome) return true
  return false
}

/** All-of: the first of these that any member has; pending members are never weighed. */
export function allOf(members: readonly Weighed[]): Outcome {
  if (some(members, 'unmet')) return 'unmet'
  if (some(members, 'unknown')) return 'unknown'
  if (some(members, 'manual')) return 'manual'
  return some(members, 'confirm') ? 'confirm' : 'met'
}

/** The same of two outcomes, each of which stands for several. */
export function both(a: Outcome, b: Outcome): Outcome {
  if (a === 'met') return b
  if (b === 'met' || a === 'unmet') return a
  return allOf([{ outcome: a }, { outcome: b }])
}

/** Any-of: a met alternative ends the asking, an unknown one is still worth a question. */
export function anyOf(members: readonly Weighed[]): Outcome {
  if (some(members, 'met') || some(members, 'waived')) return 'met'
  if (some(members, 'unknown')) return 'unknown'
  if (some(members, 'confirm')) return 'confirm'
  return some(members, 'manual') ? 'manual' : 'unmet'
}

/** Lean of an all-of, and of a grade: unmet if one leans unmet, met if all lean met, else none. */
export function leanOfAll(leans: readonly (Leaf['lean'] | undefined)[]): Leaf['lean'] {
  if (leans.includes('unmet')) return 'unmet'
  return leans.every((lean) => lean === 'met') ? 'met' : undefined
}

/** Lean of an any-of: met if one `confirm` alternative leans met, unmet if all lean unmet, else none. */
export function leanOfAny(leans: readonly (Leaf['lean'] | undefined)[]): Leaf['lean'] {
  if (leans.includes('met')) return 'met'
  return leans.every((lean) => lean === 'unmet') ? 'unmet' : undefined
}
