import type { FactKey, Grade } from '../facts/facts'

/** The answer: the wire format that the BFF stores and `npm run self-check` prints. */
export type Verdict = 'eligible' | 'ineligible' | 'confirm' | 'manual' | 'incomplete'
export type Outcome = 'met' | 'unmet' | 'waived' | 'confirm' | 'manual' | 'unknown' | 'pending'
export type Route = 'first-grade' | 'certificate' | 'occupation-transfer' | 'cancelled-occupation' | 'work-years'
export type ManualRoute = 'exceptional-promotion' | 'epidemic-frontline' | 'unique-skill'
export type WarningId =
  'retirement-this-year' | 'assessment-pending' | 'annex-27-not-public' | 'target-not-current-occupation'

export type CriterionId =
  | 'scope.post'
  | 'scope.retirement'
  | 'scope.occupation'
  | 'held'
  | 'consent'
  | 'ban'
  | 'conduct'
  | 'regularised'
  | 'work-years-below'
  | 'certificate'
  | 'work-years'
  | 'occupation-transfer'
  | 'cancelled-occupation'
  | 'work-years-25'
  | 'grade-2-certificate'
  | 'appointed'
  | 'education'
  | 'assessments'
  | 'skill'
  | 'mastery'
  | 'recommendation'

export interface CriterionResult {
  id: CriterionId
  /** Clause of the notice, e.g. `二(三)4`. */
  clause: string
  /** The notice's own words; '' where the notice only implies it. */
  quote: string
  /** Set on alternatives: grade = all-of(rows without path) and any-of(paths). */
  path?: Route
  outcome: Outcome
  /** Only with `confirm`. */
  lean?: 'met' | 'unmet'
  /** With `confirm`: the readings that decide it. */
  readings?: string[]
  /** With `unknown`. */
  missing?: FactKey[]
  implied?: true
  needed?: string | number
  actual?: string | number
  waivedBy?: string
}

export interface GradeAssessment {
  verdict: Verdict
  /** Only with `confirm`. */
  lean?: 'eligible' | 'ineligible'
  route?: Route
  criteria: CriterionResult[]
  missing: FactKey[]
  openReadings: string[]
  earliestYear?: number
  manualRoutes: ManualRoute[]
}

export interface Warning {
  id: WarningId
  clause: string
  text: string
}

export interface Assessment {
  /** Pack id. */
  pack: string
  /** The occupation that was assessed. */
  occupation?: string
  grades: Record<`${Grade}`, GradeAssessment>
  warnings: Warning[]
}
