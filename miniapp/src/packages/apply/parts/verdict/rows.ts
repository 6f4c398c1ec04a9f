import { type CriterionResult, type Facts, type GradeAssessment, type Outcome, type Pack } from '@app/shared-rules'

export interface VerdictRow {
  result: CriterionResult
  /** An alternative that another one makes superfluous: shown grey. */
  notNeeded: boolean
  /** Met without more to say (on post, in the directory, no ban …), or of no concern to this person: folded away. */
  quiet: boolean
}

const order: Record<Outcome, number> = { unmet: 0, confirm: 1, manual: 2, unknown: 3, met: 5, waived: 5, pending: 7 }
const plainGates = new Set(['scope.post', 'scope.occupation', 'held', 'ban'])
const gates = /^scope\.|^held$|^ban$|^consent$|^conduct$/

const isNotNeeded = ({ path, outcome }: CriterionResult, route: GradeAssessment['route']) =>
  route !== undefined && path !== undefined && path !== route && outcome !== 'met'

/** The two routes of a changed or cancelled occupation say nothing to a person who has no certificate of another one. */
const isNoConcern = (
  pack: Pack,
  { certificates = [], occupation, targetOccupation }: Facts,
  { path, outcome }: CriterionResult,
) => {
  if (outcome !== 'unmet') return false
  const target = targetOccupation ?? occupation
  if (path === 'occupation-transfer') return certificates.every((one) => one.occupation === target)
  return path === 'cancelled-occupation' && certificates.every((one) => !pack.occupation(one.occupation)?.cancelled)
}

const rank = ({ result, notNeeded }: VerdictRow, route: GradeAssessment['route']) => {
  if (notNeeded) return 8
  if (result.outcome !== 'met') return order[result.outcome]
  if (result.path !== undefined && result.path === route) return 4
  return gates.test(result.id) ? 6 : 5
}

/** A grade's rows, what decides first: what fails, what is open, what carries it; then the rest as the notice has it. */
export const verdictRows = (pack: Pack, facts: Facts, { criteria, route }: GradeAssessment): VerdictRow[] =>
  criteria
    .map((result) => ({
      result,
      notNeeded: isNotNeeded(result, route),
      quiet: (plainGates.has(result.id) && result.outcome === 'met') || isNoConcern(pack, facts, result),
    }))
    .sort((a, b) => rank(a, route) - rank(b, route))
