import { type CriterionResult, type GradeAssessment, type Outcome } from '@app/shared-rules'

export interface VerdictRow {
  result: CriterionResult
  /** An alternative that another one makes superfluous: shown grey. */
  notNeeded: boolean
  /** Met without more to say (on post, in the directory, no ban …): folded away. */
  quiet: boolean
}

const order: Record<Outcome, number> = { unmet: 0, confirm: 1, manual: 2, unknown: 3, met: 5, waived: 5, pending: 7 }
const quietGates = new Set(['scope.post', 'scope.occupation', 'held', 'ban'])

const isNotNeeded = ({ path, outcome }: CriterionResult, route: GradeAssessment['route']) =>
  route !== undefined && path !== undefined && path !== route && outcome !== 'met'

const gates = /^scope\.|^held$|^ban$|^consent$|^conduct$/

const rank = ({ result, notNeeded }: VerdictRow, route: GradeAssessment['route']) => {
  if (notNeeded) return 8
  if (result.outcome !== 'met') return order[result.outcome]
  if (result.path !== undefined && result.path === route) return 4
  return gates.test(result.id) ? 6 : 5
}

/** A grade's rows, what decides first: what fails, what is open, what carries it; then the rest as the notice has it. */
export const verdictRows = ({ criteria, route }: GradeAssessment): VerdictRow[] =>
  criteria
    .map((result) => ({
      result,
      notNeeded: isNotNeeded(result, route),
      quiet: quietGates.has(result.id) && result.outcome === 'met',
    }))
    .sort((a, b) => rank(a, route) - rank(b, route))
