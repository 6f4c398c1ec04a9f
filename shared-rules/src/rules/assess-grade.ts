import type { FactKey } from '../facts/facts'
import { factKeys } from '../facts/facts'
import type { Gap, RowResult } from './evaluate-row'
import { allOf, anyOf, leanOfAll, leanOfAny } from './outcome'
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

const outcomes = (rows: readonly RowResult[]): Outcome[] => rows.map((row) => row.outcome)
const withOutcome = (rows: readonly RowResult[], outcome: Outcome) => rows.filter((row) => row.outcome === outcome)

/** The conditions of one grade: rows that all must hold, and alternatives of which one must. */
interface Conditions {
  plain: readonly RowResult[]
  alternatives: readonly RowResult[]
  /** Outcome of the alternatives together; undefined where the grade has none. */
  either?: Outcome
  outcome: Outcome
  unmet: boolean
}

function combineConditions(rows: readonly RowResult[], routeOpen: boolean): Conditions {
  const plain = rows.filter((row) => row.criterion.path === undefined)
  const alternatives = rows.filter((row) => row.criterion.path !== undefined)
  const either = alternatives.length === 0 ? undefined : anyOf(outcomes(alternatives))
  const combined = allOf([...outcomes(plain), ...(either === undefined ? [] : [either])])
  const unmet = combined === 'unmet'
  return { plain, alternatives, either, outcome: unmet && routeOpen ? 'manual' : combined, unmet }
}

/** The rows that give the conditions this outcome. */
function carrying({ plain, alternatives, either, outcome }: Conditions, wanted: 'unknown' | 'confirm'): RowResult[] {
  if (outcome !== wanted) return []
  return [...withOutcome(plain, wanted), ...(either === wanted ? withOutcome(alternatives, wanted) : [])]
}

function leanOf(gates: readonly RowResult[], conditions: Conditions): GradeOutcome['lean'] {
  const leans = [...withOutcome(gates, 'confirm'), ...withOutcome(conditions.plain, 'confirm')].map((row) => row.lean)
  if (conditions.either === 'confirm') {
    leans.push(leanOfAny(withOutcome(conditions.alternatives, 'confirm').map((row) => row.lean)))
  }
  const lean = leanOfAll(leans)
  if (lean === undefined) return undefined
  return lean === 'met' ? 'eligible' : 'ineligible'
}

function routeOf({ alternatives, either }: Conditions): Route | undefined {
  const giving = alternatives.filter((row) => row.outcome === either)
  return ROUTE_ORDER.find((route) => giving.some((row) => row.criterion.path === route))
}

function manualRoutes(gates: readonly RowResult[], rows: readonly RowResult[], open: readonly ManualRoute[]) {
  if (outcomes(gates).includes('unmet')) return []
  return outcomes(rows).includes('manual') ? [...open, 'unique-skill' as const] : open
}

function gapsOf(gates: readonly RowResult[], conditions: Conditions): Gap[] {
  const gaps = [...withOutcome(gates, 'unknown'), ...carrying(conditions, 'unknown')].flatMap((row) => row.gaps ?? [])
  const seen = new Set<string>()
  const inOrder = factKeys.flatMap((key: FactKey) => gaps.filter((gap) => gap.key === key))
  return inOrder.filter((gap) => !seen.has(gap.path) && seen.add(gap.path))
}

/** Gates, `held` and conditions of one grade combined by the precedence of `outcome.ts`. */
export function assessGrade(
  gates: readonly RowResult[],
  rows: readonly RowResult[],
  open: readonly ManualRoute[],
): GradeOutcome {
  const conditions = combineConditions(rows, open.length > 0)
  const verdict = VERDICTS[allOf([...outcomes(gates), conditions.outcome])]
  const confirming = verdict === 'confirm' ? [...withOutcome(gates, 'confirm'), ...carrying(conditions, 'confirm')] : []
  return {
    verdict,
    lean: verdict === 'confirm' ? leanOf(gates, conditions) : undefined,
    route: verdict === 'confirm' || verdict === 'eligible' ? routeOf(conditions) : undefined,
    rows: [...gates, ...rows],
    gaps: verdict === 'incomplete' ? gapsOf(gates, conditions) : [],
    openReadings: [...new Set(confirming.flatMap((row) => row.readings ?? []))],
    manualRoutes: manualRoutes(gates, rows, open),
    conditionsUnmet: conditions.unmet,
  }
}
