import type { Facts, Grade } from '../facts/facts'
import type { Day } from '../calendar/local-date'
import type { Inquiry } from '../rules/inquiry'
import type { Leaf } from '../rules/outcome'
import type { Person } from '../rules/person'
import type { Pins, Reading, ReadingId } from '../rules/reading'
import type { PackTexts } from './pack-texts'
import type { CriterionId, ManualRoute, Route } from '../rules/verdict'

/** An occupation (工种) of the directory; the office loads it. */
export interface Occupation {
  code: string
  name: string
  cancelled?: boolean
  /** Codes of the occupations listed as similar to a cancelled one. */
  successors?: readonly string[]
}

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

/** The days that the rules count to; moved as a whole for `earliestYear`. */
export interface PackDates {
  year: number
  /** Work years and years at grade are counted to this day: 二(八). */
  countedTo: Day
  /** 二(二)2 */
  regularisedBy: Day
  registrationCloses: Day
  /** The notice bears no date: it was issued on one of these days. */
  issuedFirst: Day
  issuedLast: Day
  /** The five years of 二(四)4; not moved for `earliestYear`. */
  assessmentYears: readonly number[]
  /** The year of them whose result may be promised: 三(三). */
  promisedYear: number
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
  grade: Grade
  /** `scope.*`, `held`, `consent`, `ban`, `conduct`. */
  gates: readonly Criterion[]
  conditions: readonly Criterion[]
}

/** What the rules need of a pack. */
export interface RulePack {
  id: string
  pins: Pins
  readings: Readonly<Record<ReadingId, Reading>>
  occupation(code: string): Occupation | undefined
  /** The few occupations that can differ in outcome for this person: those named in the facts, one other, one cancelled. */
  sampleOccupations(facts: Facts): readonly string[]
}

/** A clause of the notice, in full. `heading` is its place, e.g. 二、申报资格条件 （三）4. */
export interface Clause {
  id: string
  heading: string
  text: string
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
  grades: Readonly<Record<Grade, GradeRules>>
  /** Manual routes open to this person for this grade, 绝技 apart. */
  openRoutes(person: Person, grade: Grade): readonly ManualRoute[]
  texts: PackTexts
}
