import { retirementDay } from '../calendar/retirement'
import type { RetirementLine, Sex } from '../facts/facts'
import type { Pack } from '../policies/pack'
import type { Evaluation } from './evaluate'
import type { CriterionId, Outcome, Warning, WarningId } from './verdict'

const CLAUSES: Readonly<Record<WarningId, string>> = {
  'retirement-this-year': '一(二)',
  'assessment-pending': '三(三)',
  'annex-27-not-public': '二(四)6',
  'target-not-current-occupation': '二(五)',
}

const SEXES: readonly Sex[] = ['male', 'female']
const LINES: readonly RetirementLine[] = ['worker', 'cadre']

/** By age only: may this person reach the retirement age by the year's end, as far as the facts tell? */
function mayRetireBy(evaluation: Evaluation, yearEnd: number): boolean {
  const { facts, birth } = evaluation.person
  if (birth === undefined) return false
  const sexes = facts.sex === undefined ? SEXES : [facts.sex]
  const lines = facts.retirementLine === undefined ? LINES : [facts.retirementLine]
  return sexes.some((sex) => lines.some((line) => retirementDay(birth.first, sex, line) <= yearEnd))
}

function holds(id: WarningId, pack: Pack, evaluation: Evaluation): boolean {
  const { person, grades } = evaluation
  const rows = Object.values(grades).flatMap((grade) => grade.rows)
  const outcomes = (...ids: CriterionId[]): Outcome[] =>
    rows.filter((row) => ids.includes(row.criterion.id)).map((row) => row.outcome)
  switch (id) {
    case 'retirement-this-year':
      return outcomes('scope.retirement').includes('met') && mayRetireBy(evaluation, pack.dates.countedTo)
    case 'assessment-pending':
      return person.assessments.some((a) => a.year === pack.dates.promisedYear && a.filed === false)
    case 'annex-27-not-public':
      return rows.some((row) => row.outcome === 'waived')
    case 'target-not-current-occupation': {
      const { occupation, targetOccupation } = person.facts
      if (occupation === undefined || targetOccupation === undefined || occupation === targetOccupation) return false
      return outcomes('occupation-transfer', 'cancelled-occupation').every((outcome) => outcome === 'unmet')
    }
  }
}

const ORDER: readonly WarningId[] = [
  'retirement-this-year',
  'assessment-pending',
  'annex-27-not-public',
  'target-not-current-occupation',
]

/** What the person should know besides the verdict; each once. */
export function warningsOf(pack: Pack, evaluation: Evaluation): Warning[] {
  return ORDER.filter((id) => holds(id, pack, evaluation)).map((id) => ({
    id,
    clause: CLAUSES[id],
    text: pack.texts.warnings[id],
  }))
}
