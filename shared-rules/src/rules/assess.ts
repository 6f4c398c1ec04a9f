import { type FactKey, factKeys, type Facts, type Grade } from '../facts/facts'
import type { Pack } from '../policies/pack'
import type { GradeOutcome } from './assess-grade'
import { earliestYear, evaluate, type Evaluation } from './evaluate'
import type { RowResult } from './evaluate-row'
import type { Person } from './person'
import type { Assessment, CriterionResult, GradeAssessment } from './verdict'
import { warningsOf } from './warnings'

/** Top-level keys of what is missing, in the order of the facts. */
export function missingKeys(gaps: readonly { key: FactKey }[]): FactKey[] {
  if (gaps.length === 0) return []
  return factKeys.filter((key) => gaps.some((gap) => gap.key === key))
}

/** Written in one piece: an object that grows costs twice. What is undefined is absent. */
function criterionResult(row: RowResult, person: Person, pack: Pack): CriterionResult {
  const { criterion, outcome } = row
  const measured = criterion.measure?.(person, pack.dates)
  const result: CriterionResult = {
    id: criterion.id,
    clause: criterion.clause,
    quote: criterion.quote,
    path: criterion.path,
    outcome,
    implied: criterion.implied,
    needed: measured?.needed,
    actual: measured?.actual,
  }
  if (outcome === 'confirm') {
    result.lean = row.lean
    result.readings = [...(row.readings ?? [])]
  }
  if (outcome === 'unknown') result.missing = missingKeys(row.gaps ?? [])
  if (row.waivedBy !== undefined) result.waivedBy = row.waivedBy
  return result
}

/** The rows in words of the reader. A gate that another grade shares is the same object there. */
function present(rows: readonly RowResult[], person: Person, pack: Pack, shared?: Presented): CriterionResult[] {
  return rows.map((row, index) => {
    const known = shared?.criteria[index]
    return known !== undefined && shared?.rows[index] === row ? known : criterionResult(row, person, pack)
  })
}

/** Rows of a grade and what was made of them, in the same order. */
interface Presented {
  rows: readonly RowResult[]
  criteria: readonly CriterionResult[]
}

const gradeAssessment = (outcome: GradeOutcome, criteria: CriterionResult[]): GradeAssessment => ({
  verdict: outcome.verdict,
  lean: outcome.lean,
  route: outcome.route,
  criteria,
  missing: missingKeys(outcome.gaps),
  openReadings: [...outcome.openReadings],
  manualRoutes: [...outcome.manualRoutes],
})

/** The occupation that is assessed, where the facts tell. */
export function targetOf(pack: Pack, facts: Facts): string | undefined {
  if (facts.targetOccupation !== undefined) return facts.targetOccupation
  if (facts.occupation === undefined || facts.unsure?.includes('targetOccupation')) return undefined
  return pack.occupation(facts.occupation)?.cancelled === true ? undefined : facts.occupation
}

export interface AssessOptions {
  /** Look ahead for the earliest year of what is `ineligible` (default), or leave `earliestYear` out. */
  earliestYear?: boolean
}

function presentAll(pack: Pack, { person, grades: of }: Evaluation, ahead: boolean): Assessment['grades'] {
  const first: Presented = { rows: of[1].rows, criteria: present(of[1].rows, person, pack) }
  const grade = (which: Grade): GradeAssessment => {
    const outcome = of[which]
    const result = gradeAssessment(outcome, present(outcome.rows, person, pack, first))
    if (!ahead || outcome.verdict !== 'ineligible') return result
    const year = earliestYear(pack, person, which)
    return year === undefined ? result : { ...result, earliestYear: year }
  }
  return { '1': grade(1), '2': grade(2), '3': grade(3), '4': grade(4), '5': grade(5) }
}

/**
 * The full, explained answer for all five grades. Facts must have passed `parseFacts` of the same pack; it throws for none of those.
 * Source: 焦人社函〔2023〕20号, each row citing its clause.
 */
export function assess(pack: Pack, facts: Facts, options: AssessOptions = {}): Assessment {
  const evaluation = evaluate(pack, facts)
  const assessment: Assessment = {
    pack: pack.id,
    grades: presentAll(pack, evaluation, options.earliestYear ?? true),
    warnings: warningsOf(pack, evaluation),
  }
  const occupation = targetOf(pack, facts)
  if (occupation !== undefined) assessment.occupation = occupation
  return assessment
}
