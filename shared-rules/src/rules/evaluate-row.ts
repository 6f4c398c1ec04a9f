import { type FactKey, factKeys } from '../facts/facts'
import type { Criterion } from '../policies/pack'
import { type Answer, acrossReadings, joined, readingsOf, weighTheSame, weightOf } from './across-readings'
import { meets, type Point, type Way } from './forks'
import type { Inquiry } from './inquiry'
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

interface Trial {
  way: Way
  leaf: Answer
}

/** The outcomes of one combination of options, as bits. */
interface Combinations {
  /** How many of the combinations lie between two options of a point, and how many options it has. */
  strides: readonly number[]
  sizes: readonly number[]
  outcomes: readonly number[]
}

function combine(
  trials: readonly Trial[],
  everywhere: readonly number[],
  points: readonly Point<string>[],
): Combinations {
  const sizes = everywhere.map((point) => points[point]?.options.length ?? 1)
  const strides = sizes.map((_, index) => sizes.slice(0, index).reduce((product, size) => product * size, 1))
  const outcomes: number[] = []
  for (const { way, leaf } of trials) {
    const at = everywhere.reduce((sum, point, index) => sum + (way[point] ?? 0) * (strides[index] ?? 0), 0)
    outcomes[at] = (outcomes[at] ?? 0) | (1 << weightOf(leaf))
  }
  return { strides, sizes, outcomes }
}

/** Is there a combination whose outcomes change with this point alone? */
const changes = ({ strides, sizes, outcomes }: Combinations, index: number): boolean => {
  const [stride, size] = [strides[index] ?? 1, sizes[index] ?? 1]
  return outcomes.some((outcome, at) => outcome !== outcomes[at - (Math.floor(at / stride) % size) * stride])
}

/**
 * The facts for whose sake the row is unknown: met on every way (a fact asked only for some value of another missing one is
 * named once that one is known), and able to change the outcome.
 */
function gapsOf(trials: readonly Trial[], points: readonly Point<string>[]): Gap[] {
  const everywhere = [...points.keys()].filter((point) => trials.every(({ way }) => meets(way, point)))
  const combinations = combine(trials, everywhere, points)
  const deciding = everywhere.filter((_, index) => changes(combinations, index))
  const named = (deciding.length === 0 ? everywhere : deciding).flatMap((point) => points[point] ?? [])
  return factKeys.flatMap((key) => named.filter((point) => point.key === key).map(({ path }) => ({ key, path })))
}

const flatRow = (criterion: Criterion, answer: Answer): RowResult => ({
  criterion,
  outcome: answer.outcome,
  lean: answer.lean,
  readings: answer.outcome === 'confirm' ? readingsOf(answer) : undefined,
  gaps: undefined,
  waivedBy: answer.waivedBy,
})

function undecided(criterion: Criterion, trials: readonly Trial[], q: Inquiry): RowResult {
  const gaps = gapsOf(trials, q.facts.points)
  const missing = gaps.filter((gap) => !q.person.unsure.has(gap.path))
  if (missing.length > 0) return { criterion, outcome: 'unknown', gaps: missing }
  return { criterion, outcome: 'confirm', readings: gaps.map((gap) => `unsure:${gap.path}`) }
}

/** One row for this person: every possible value of what is not known, each under every admissible reading. */
export function evaluateRow(criterion: Criterion, q: Inquiry): RowResult {
  q.facts.clear()
  const first = acrossReadings(criterion, q)
  if (q.facts.none) return flatRow(criterion, first)
  const trials: Trial[] = [{ way: q.facts.way(), leaf: first }]
  while (q.facts.advance()) {
    const leaf = acrossReadings(criterion, q)
    trials.push({ way: q.facts.way(), leaf })
  }
  if (weighTheSame(trials)) return flatRow(criterion, joined(trials.map(({ leaf }) => leaf)))
  return undecided(criterion, trials, q)
}
