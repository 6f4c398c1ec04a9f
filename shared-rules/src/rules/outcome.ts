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

/** All-of: the last of these that any member has; pending members are never weighed. */
const ALL_OF: readonly Outcome[] = ['met', 'confirm', 'manual', 'unknown', 'unmet']
/** Any-of: a met alternative ends the asking, an unknown one is still worth a question. */
const ANY_OF: readonly Outcome[] = ['unmet', 'manual', 'confirm', 'unknown', 'met']

type Ranks = Readonly<Record<Outcome, number>>
const ALL_RANKS: Ranks = { met: 0, waived: 0, pending: 0, confirm: 1, manual: 2, unknown: 3, unmet: 4 }
const ANY_RANKS: Ranks = { unmet: 0, pending: 0, manual: 1, confirm: 2, unknown: 3, met: 4, waived: 4 }

function highest(members: readonly Weighed[], ranks: Ranks): number {
  let rank = 0
  for (const member of members) if (ranks[member.outcome] > rank) rank = ranks[member.outcome]
  return rank
}

export const allOf = (members: readonly Weighed[]): Outcome => ALL_OF[highest(members, ALL_RANKS)] ?? 'met'
export const anyOf = (members: readonly Weighed[]): Outcome => ANY_OF[highest(members, ANY_RANKS)] ?? 'unmet'

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
