import { type FactKey, factKeys } from '../facts/facts'
import type { Criterion } from '../policies/pack'
import type { Fork } from './forks'
import type { Inquiry } from './inquiry'
import type { Leaf } from './outcome'
import { readingIds } from './reading'
import type { Outcome } from './verdict'

/** A part of the facts that is not known and matters: its top-level key and its path. */
export interface Gap {
  key: FactKey
  path: string
}

export interface RowResult {
  criterion: Criterion
  outcome: Outcome
  lean?: 'met' | 'unmet'
  readings?: readonly string[]
  gaps?: readonly Gap[]
  waivedBy?: string
}

interface Trial<T> {
  forks: readonly Fork[]
  result: T
}

const snapshot = (forks: readonly Fork[]): Fork[] => forks.map((fork) => ({ ...fork }))

/** `waived` counts as met. */
const weight = (leaf: Leaf): string => `${leaf.outcome === 'waived' ? 'met' : leaf.outcome}/${leaf.lean ?? ''}`

const allSame = (values: readonly string[]): boolean => values.every((value) => value === values[0])

/** Outcomes that weigh the same: `waived` where any is, and the readings of all. */
function joined(leaves: readonly Leaf[]): Leaf {
  const leaf = leaves.find((l) => l.outcome === 'waived') ?? leaves[0]
  if (leaf === undefined) throw new Error('a row gave no outcome')
  if (leaf.readings === undefined) return leaf
  const readings = new Set(leaves.flatMap((l) => l.readings ?? []))
  return { ...leaf, readings: readingIds.filter((id) => readings.has(id)) }
}

/** Does the outcome depend on this fork, the others that both trials met being equal? */
function decides(path: string, trials: readonly Trial<Leaf>[]): boolean {
  const at = (trial: Trial<Leaf>, of: string) => trial.forks.find((fork) => fork.path === of)?.at
  return trials.some((a, i) =>
    trials.slice(i + 1).some((b) => {
      const [x, y] = [at(a, path), at(b, path)]
      if (x === undefined || y === undefined || x === y || weight(a.result) === weight(b.result)) return false
      return a.forks.every((fork) => fork.path === path || (at(b, fork.path) ?? fork.at) === fork.at)
    }),
  )
}

function leanOver(trials: readonly Trial<Leaf>[], leanOf: (id: string) => string | undefined): Leaf['lean'] {
  const leaning = trials.filter((trial) =>
    trial.forks.every((fork) => {
      const lean = leanOf(fork.path)
      return lean === undefined || fork.options[fork.at] === lean
    }),
  )
  const weights = leaning.map((trial) => weight(trial.result))
  if (!allSame(weights)) return undefined
  if (weights[0] === 'met/') return 'met'
  return weights[0] === 'unmet/' ? 'unmet' : undefined
}

/** One person, every admissible reading: the same outcome under all, or `confirm` with the readings that decide it. */
function acrossReadings(criterion: Criterion, q: Inquiry): Leaf {
  const first = criterion.evaluate(q)
  if (q.readings.taken.length === 0) return first
  const trials: Trial<Leaf>[] = [{ forks: snapshot(q.readings.taken), result: first }]
  while (q.readings.advance()) {
    const result = criterion.evaluate(q)
    trials.push({ forks: snapshot(q.readings.taken), result })
  }
  if (allSame(trials.map((trial) => weight(trial.result)))) return joined(trials.map((trial) => trial.result))
  const met = new Set(trials.flatMap((trial) => trial.forks.map((fork) => fork.path)))
  const readings = readingIds.filter((id) => met.has(id) && decides(id, trials))
  const leans = new Map<string, string | undefined>(readingIds.map((id) => [id, q.pack.readings[id].lean]))
  const lean = leanOver(trials, (id) => leans.get(id))
  return lean === undefined ? { outcome: 'confirm', readings } : { outcome: 'confirm', lean, readings }
}

/**
 * The facts for whose sake the row is unknown: met on every way (a fact asked only for some value of another missing one is
 * named once that one is known), and able to change the outcome.
 */
function gapsOf(trials: readonly Trial<Leaf>[]): Gap[] {
  const everywhere = (trials[0]?.forks ?? []).filter((fork) =>
    trials.every((trial) => trial.forks.some((other) => other.path === fork.path)),
  )
  const paths = everywhere.map((fork) => fork.path)
  const outcomes = (path: string): string[] => {
    const groups = new Map<string, Map<number, Set<string>>>()
    for (const trial of trials) {
      const at = new Map(trial.forks.map((fork) => [fork.path, fork.at]))
      const rest = paths.map((other) => (other === path ? '' : at.get(other))).join()
      const group = groups.get(rest) ?? new Map<number, Set<string>>()
      const mine = at.get(path) ?? 0
      group.set(mine, (group.get(mine) ?? new Set()).add(weight(trial.result)))
      groups.set(rest, group)
    }
    const sets = [...groups.values()].map((group) => [...group.values()].map((set) => [...set].sort().join()))
    return sets.some((group) => !allSame(group)) ? [path] : []
  }
  const deciding = new Set(paths.flatMap(outcomes))
  const named = everywhere.filter((fork) => deciding.size === 0 || deciding.has(fork.path))
  return factKeys.flatMap((key) => named.filter((fork) => fork.key === key).map((fork) => ({ key, path: fork.path })))
}

function undecided(criterion: Criterion, trials: readonly Trial<Leaf>[], unsure: ReadonlySet<string>): RowResult {
  const gaps = gapsOf(trials)
  const missing = gaps.filter((gap) => !unsure.has(gap.path))
  if (missing.length > 0) return { criterion, outcome: 'unknown', gaps: missing }
  return { criterion, outcome: 'confirm', readings: gaps.map((gap) => `unsure:${gap.path}`) }
}

/** One row for this person: every possible value of what is not known, each under every admissible reading. */
export function evaluateRow(criterion: Criterion, q: Inquiry): RowResult {
  const first = acrossReadings(criterion, q)
  if (q.facts.taken.length === 0) return { criterion, ...first }
  const trials: Trial<Leaf>[] = [{ forks: snapshot(q.facts.taken), result: first }]
  while (q.facts.advance()) {
    const result = acrossReadings(criterion, q)
    trials.push({ forks: snapshot(q.facts.taken), result })
  }
  if (allSame(trials.map((trial) => weight(trial.result)))) return { criterion, ...joined(trials.map((t) => t.result)) }
  return undecided(criterion, trials, q.person.unsure)
}
