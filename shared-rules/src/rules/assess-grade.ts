import { factKeys } from '../facts/facts'
import type { Gap, RowResult } from './evaluate-row'
import { allOf, anyOf, both, leanOfAll, leanOfAny } from './outcome'
import type { ManualRoute, Outcome, Route, Verdict } from './verdict'

export interface GradeOutcome {
  verdict: Verdict
  lean?: 'eligible' | 'ineligible'
  route?: Route
  rows: readonly RowResult[]
  gaps: readonly Gap[]
  openReadings: readonly string[]
  manualRoutes: readonly ManualRoute[]
  /** No further fact can save the conditions (a manual route apart). */
  conditionsUnmet: boolean
}

const VERDICTS: Readonly<Record<Outcome, Verdict>> = {
  met: 'eligible',
  waived: 'eligible',
  pending: 'eligible',
  unmet: 'ineligible',
  confirm: 'confirm',
  manual: 'manual',
  unknown: 'incomplete',
}

const ROUTE_ORDER: readonly Route[] = [
  'first-grade',
  'certificate',
  'occupation-transfer',
  'cancelled-occupation',
  'work-years',
]

type Rows = readonly RowResult[]

const withOutcome = (rows: Rows, outcome: Outcome): Rows => rows.filter((row) => row.outcome === outcome)

/** The conditions of one grade: rows that all must hold, and alternatives of which one must. */
interface Conditions {
  plain: Rows
  alternatives: Rows
  /** Outcome of the alternatives together; met where the grade has none. */
  either: Outcome
  outcome: Outcome
  unmet: boolean
}

function combineConditions(rows: Rows, routeOpen: boolean): Conditions {
  const plain: RowResult[] = []
  const alternatives: RowResult[] = []
  for (const row of rows) (row.criterion.path === undefined ? plain : alternatives).push(row)
  const either = alternatives.length === 0 ? 'met' : anyOf(alternatives)
  const combined = both(allOf(plain), either)
  const unmet = combined === 'unmet'
  return { plain, alternatives, either, outcome: unmet && routeOpen ? 'manual' : combined, unmet }
}

/** The rows that give gates and conditions this outcome. */
function carrying(gates: Rows, { plain, alternatives, either, outcome }: Conditions, wanted: Outcome): Rows {
  if (outcome !== wanted) return withOutcome(gates, wanted)
  return withOutcome([...gates, ...plain, ...(either === wanted ? alternatives : [])], wanted)
}

function leanOf(gates: Rows, { plain, alternatives, either }: Conditions): GradeOutcome['lean'] {
  const leans = withOutcome([...gates, ...plain], 'confirm').map((row) => row.lean)
  if (either === 'confirm') leans.push(leanOfAny(withOutcome(alternatives, 'confirm').map((row) => row.lean)))
  const lean = leanOfAll(leans)
  if (lean === undefined) return undefined
  return lean === 'met' ? 'eligible' : 'ineligible'
}

/** The first way, in their order, that gives what all ways together give; `waived` is no outcome of a way. */
function routeOf({ alternatives, either }: Conditions): Route | undefined {
  const giving = withOutcome(alternatives, either)
  return ROUTE_ORDER.find((route) => giving.some((row) => row.criterion.path === route))
}

function manualRoutes(gates: Rows, rows: Rows, open: readonly ManualRoute[]): readonly ManualRoute[] {
  if (gates.some((row) => row.outcome === 'unmet')) return []
  return rows.some((row) => row.outcome === 'manual') ? [...open, 'unique-skill'] : open
}

function gapsOf(rows: Rows): readonly Gap[] {
  const gaps = rows.flatMap((row) => row.gaps ?? [])
  const byPath = new Map(gaps.map((gap) => [gap.path, gap]))
  return factKeys.flatMap((key) => [...byPath.values()].filter((gap) => gap.key === key))
}

const NONE: readonly never[] = []

/** Gates, `held` and conditions of one grade combined by the precedence of `outcome.ts`. */
export function assessGrade(gates: Rows, rows: Rows, open: readonly ManualRoute[]): GradeOutcome {
  const conditions = combineConditions(rows, open.length > 0)
  const verdict = VERDICTS[both(allOf(gates), conditions.outcome)]
  const confirm = verdict === 'confirm'
  const readings = confirm ? carrying(gates, conditions, 'confirm').flatMap((row) => row.readings ?? NONE) : NONE
  return {
    verdict,
    lean: confirm ? leanOf(gates, conditions) : undefined,
    route: confirm || verdict === 'eligible' ? routeOf(conditions) : undefined,
    rows: [...gates, ...rows],
    gaps: verdict === 'incomplete' ? gapsOf(carrying(gates, conditions, 'unknown')) : NONE,
    openReadings: confirm ? [...new Set(readings)] : NONE,
    manualRoutes: manualRoutes(gates, rows, open),
    conditionsUnmet: conditions.unmet,
  }
}
