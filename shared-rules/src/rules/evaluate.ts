import type { Facts, Grade } from '../facts/facts'
import { addYears } from '../calendar/local-date'
import type { Pack, PackDates } from '../policies/pack'
import { evaluateRow, type RowResult } from './evaluate-row'
import { assessGrade, type GradeOutcome } from './assess-grade'
import { Inquiry } from './inquiry'
import { digest, type Person } from './person'

export const grades: readonly Grade[] = [1, 2, 3, 4, 5]

/** All rows of all grades for one person, before they are put into words. */
export interface Evaluation {
  person: Person
  grades: Record<Grade, GradeOutcome>
}

/** `shared`: the gates of another grade, in the same order; those that are the same for this one are not asked again. */
function evaluateGrade(q: Inquiry, pack: Pack, grade: Grade, shared: readonly RowResult[] = []): GradeOutcome {
  const rules = pack.grades[grade]
  const gates = rules.gates.map((criterion, index) => {
    const known = shared[index]
    return known?.criterion === criterion ? known : evaluateRow(criterion, q)
  })
  const conditions = rules.conditions.map((criterion) => evaluateRow(criterion, q))
  return assessGrade(gates, conditions, pack.openRoutes(q.person, grade))
}

/** Facts must have passed `parseFacts`. */
export function evaluate(pack: Pack, facts: Facts): Evaluation {
  const person = digest(facts, pack.dates.registrationCloses)
  const q = new Inquiry(pack, pack.dates, person)
  const first = evaluateGrade(q, pack, 1)
  const of = (grade: Grade) => evaluateGrade(q, pack, grade, first.rows)
  return { person, grades: { 1: first, 2: of(2), 3: of(3), 4: of(4), 5: of(5) } }
}

function moved(dates: PackDates, years: number): PackDates {
  return {
    year: dates.year + years,
    countedTo: addYears(dates.countedTo, years),
    regularisedBy: addYears(dates.regularisedBy, years),
    registrationCloses: addYears(dates.registrationCloses, years),
    issuedFirst: addYears(dates.issuedFirst, years),
    issuedLast: addYears(dates.issuedLast, years),
    assessmentYears: dates.assessmentYears,
    promisedYear: dates.promisedYear,
  }
}

const LOOK_AHEAD = 10

/**
 * The first year within ten in which the same facts, with every date of the pack moved (but the assessment years), give
 * `eligible`; undefined where there is none. `confirm` is not enough; that year's retirement ages hold.
 */
export function earliestYear(pack: Pack, person: Person, grade: Grade): number | undefined {
  for (let years = 1; years <= LOOK_AHEAD; years += 1) {
    const dates = moved(pack.dates, years)
    const q = new Inquiry(pack, dates, person)
    if (evaluateGrade(q, pack, grade).verdict === 'eligible') return dates.year
  }
  return undefined
}
