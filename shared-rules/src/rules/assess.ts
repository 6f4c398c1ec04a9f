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

function criterionResult(row: RowResult, person: Person, pack: Pack): CriterionResult {
  const { criterion } = row
  const result: CriterionResult = {
    id: criterion.id,
    clause: criterion.clause,
    quote: criterion.quote,
    outcome: row.outcome,
  }
  if (criterion.path !== undefined) result.path = criterion.path
  if (criterion.implied) result.implied = true
  if (row.outcome === 'confirm') {
    if (row.lean !== undefined) result.lean = row.lean
    result.readings = [...(row.readings ?? [])]
  }
  if (row.outcome === 'unknown') result.missing = missingKeys(row.gaps ?? [])
  if (row.waivedBy !== undefined) result.waivedBy = row.waivedBy
  const measured = criterion.measure?.(person, pack.dates)
  if (measured?.needed !== undefined) result.needed = measured.needed
  if (measured?.actual !== undefined) result.actual = measured.actual
  return result
}

function gradeAssessment(pack: Pack, person: Person, grade: Grade, outcome: GradeOutcome, ahead: boolean) {
  const result: GradeAssessment = {
    verdict: outcome.verdict,
    criteria: outcome.rows.map((row) => criterionResult(row, person, pack)),
    missing: missingKeys(outcome.gaps),
    openReadings: [...outcome.openReadings],
    manualRoutes: [...outcome.manualRoutes],
  }
  if (outcome.lean !== undefined) result.lean = outcome.lean
  if (outcome.route !== undefined) result.route = outcome.route
  if (ahead && outcome.verdict === 'ineligible') {
    const year = earliestYear(pack, person, grade)
    if (year !== undefined) result.earliestYear = year
  }
  return result
}

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

function present(pack: Pack, facts: Facts, { person, grades }: Evaluation, ahead: boolean): Assessment {
  const of = (grade: Grade) => gradeAssessment(pack, person, grade, grades[grade], ahead)
  const assessment: Assessment = {
    pack: pack.id,
    grades: { '1': of(1), '2': of(2), '3': of(3), '4': of(4), '5': of(5) },
    warnings: warningsOf(pack, { person, grades }),
  }
  const occupation = targetOf(pack, facts)
  if (occupation !== undefined) assessment.occupation = occupation
  return assessment
}

/**
 * The full, explained answer for all five grades. Facts must have passed `parseFacts` of the same pack; it throws for none of those.
 * Source: 焦人社函〔2023〕20号, each row citing its clause.
 */
export function assess(pack: Pack, facts: Facts, options: AssessOptions = {}): Assessment {
  return present(pack, facts, evaluate(pack, facts), options.earliestYear ?? true)
}
