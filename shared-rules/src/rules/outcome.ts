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

/** All-of: the first of these that any member has; pending members are never weighed. */
const ALL_OF: readonly Outcome[] = ['unmet', 'unknown', 'manual', 'confirm']
/** Any-of: a met alternative ends the asking, an unknown one is still worth a question. */
const ANY_OF: readonly Outcome[] = ['met', 'unknown', 'confirm', 'manual']

const flat = (outcome: Outcome): Outcome => (outcome === 'waived' ? 'met' : outcome)

export function allOf(outcomes: readonly Outcome[]): Outcome {
  return ALL_OF.find((outcome) => outcomes.includes(outcome)) ?? 'met'
}

export function anyOf(outcomes: readonly Outcome[]): Outcome {
  const flatOutcomes = outcomes.map(flat)
  return ANY_OF.find((outcome) => flatOutcomes.includes(outcome)) ?? 'unmet'
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
