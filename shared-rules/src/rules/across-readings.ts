import type { Criterion } from '../policies/pack'
import { meets, type Point, type Way } from './forks'
import type { Inquiry } from './inquiry'
import type { Leaf } from './outcome'
import { type ReadingId, readingIds } from './reading'

interface Trial {
  way: Way
  leaf: Leaf
}

/** One person under every admissible reading. The readings that decide a `confirm` are worked out only where they are asked for. */
export interface Answer extends Leaf {
  trials?: readonly Trial[]
  points?: readonly Point<ReadingId>[]
}

/** Equal for outcomes that weigh the same; `waived` counts as met. Small, to serve as a bit number. */
export function weightOf({ outcome, lean }: Leaf): number {
  switch (outcome) {
    case 'met':
    case 'waived':
      return 0
    case 'unmet':
      return 1
    case 'pending':
      return 2
    case 'manual':
      return 3
    case 'confirm':
      return lean === undefined ? 4 : lean === 'met' ? 5 : 6
  }
}

export function weighTheSame(trials: readonly { leaf: Leaf }[]): boolean {
  const weight = trials[0] && weightOf(trials[0].leaf)
  return trials.every((trial) => weightOf(trial.leaf) === weight)
}

/** Do these ways part at this point alone? A point that only one of them meets does not count. */
const partAt = (point: number, a: Way, b: Way): boolean =>
  meets(a, point) &&
  meets(b, point) &&
  a[point] !== b[point] &&
  a.every((at, other) => other === point || at < 0 || !meets(b, other) || at === b[other])

const decides = (point: number, trials: readonly Trial[]): boolean =>
  trials.some((a, index) =>
    trials.slice(index + 1).some((b) => weightOf(a.leaf) !== weightOf(b.leaf) && partAt(point, a.way, b.way)),
  )

/** The readings on which this answer hangs, in the order of `readingIds`. */
export function readingsOf({ readings, trials = [], points = [] }: Answer): readonly ReadingId[] {
  if (readings !== undefined) return readings
  const deciding = points.filter((_, index) => decides(index, trials)).map((point) => point.path)
  return readingIds.filter((id) => deciding.includes(id))
}

/** Outcomes that weigh the same: `waived` where any is, and the readings of all. */
export function joined(answers: readonly Answer[]): Answer {
  const answer = answers.find(({ outcome }) => outcome === 'waived') ?? answers[0]
  if (answer === undefined) throw new Error('a row gave no outcome')
  if (answer.outcome !== 'confirm') return answer
  const readings = new Set(answers.flatMap(readingsOf))
  return { outcome: 'confirm', lean: answer.lean, readings: readingIds.filter((id) => readings.has(id)) }
}

/** The outcome where each reading that has a lean takes it and the others vary. */
function leanOver(trials: readonly Trial[], points: readonly Point<ReadingId>[], q: Inquiry): Leaf['lean'] {
  const leaning = trials.filter(({ way }) =>
    points.every(({ path, options }, index) => {
      const { lean } = q.pack.readings[path]
      return lean === undefined || !meets(way, index) || options[way[index] ?? -1] === lean
    }),
  )
  if (!weighTheSame(leaning)) return undefined
  const outcome = leaning[0]?.leaf.outcome
  if (outcome === 'waived') return 'met'
  return outcome === 'met' || outcome === 'unmet' ? outcome : undefined
}

/** The same outcome under all readings, or `confirm`. */
export function acrossReadings(criterion: Criterion, q: Inquiry): Answer {
  q.readings.clear()
  const first = criterion.evaluate(q)
  if (q.readings.none) return first
  const trials: Trial[] = [{ way: q.readings.way(), leaf: first }]
  while (q.readings.advance()) {
    const leaf = criterion.evaluate(q)
    trials.push({ way: q.readings.way(), leaf })
  }
  if (weighTheSame(trials)) return joined(trials.map(({ leaf }) => leaf))
  const points = [...q.readings.points]
  return { outcome: 'confirm', lean: leanOver(trials, points, q), trials, points }
}
