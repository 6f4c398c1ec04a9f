import type { Grade } from '../facts/facts'
import type { Inquiry } from '../rules/inquiry'
import type { Leaf } from '../rules/outcome'
import type { Person } from '../rules/person'
import type { Occupation, PackDates, RulePack } from '../rules/rule-pack'
import type { PackTexts } from './pack-texts'
import type { CriterionId, ManualRoute, Route } from '../rules/verdict'

export type { Occupation, PackDates, RulePack }

/** The season's days, `YYYY-MM-DD`; a closing day lasts to its 24:00 in Asia/Shanghai. */
export interface Schedule {
  registrationOpensOn: string
  registrationClosesOn: string
  reviewClosesOn: string
  districtReviewBy: string
  trainingFrom: string
  trainingTo: string
  examsFrom: string
  examsTo: string
  resultsFrom: string
  resultsTo: string
}

/** One row of a grade. `quote` is '' where the notice only implies it (`implied`). */
export interface Criterion {
  id: CriterionId
  clause: string
  quote: string
  implied?: true
  path?: Route
  evaluate(q: Inquiry): Leaf
  /** The value asked for and the person's own, for the reader; never weighed. */
  measure?(person: Person, dates: PackDates): { needed?: string | number; actual?: string | number }
}

export interface GradeRules {
  /** `scope.*`, `held`, `consent`, `ban`, `conduct`. */
  gates: readonly Criterion[]
  conditions: readonly Criterion[]
}

/** A clause of the notice, in full. `heading` is its place, e.g. 二、申报资格条件 （三）4. */
export interface Clause {
  id: string
  heading: string
  text: string
}

/** The certificate photo as the office wants it. */
export interface PhotoSpecification {
  widthPx: number
  heightPx: number
  maxBytes: number
  background?: 'white' | 'blue' | 'red'
}

export interface Pack extends RulePack {
  year: number
  title: string
  document: string
  schedule: Schedule
  dates: PackDates
  occupations: readonly Occupation[]
  /** The directory is the sandbox's sample, not the office's. */
  sampleDirectory: boolean
  clauses: readonly Clause[]
  /** Absent: the office has set none, and no photo is asked for. The notice itself names none. */
  photo?: PhotoSpecification
  grades: Readonly<Record<Grade, GradeRules>>
  /** Manual routes open to this person for this grade, 绝技 apart. */
  openRoutes(person: Person, grade: Grade): readonly ManualRoute[]
  texts: PackTexts
}
