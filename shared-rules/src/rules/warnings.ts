import { retirementDay } from '../calendar/retirement'
import type { RetirementLine, Sex } from '../facts/facts'
import type { Pack } from '../policies/pack'
import { type Evaluation, grades } from './evaluate'
import type { RowResult } from './evaluate-row'
import type { CriterionId, Warning, WarningId } from './verdict'

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

/** The rows of somebody who changes occupation. */
const CHANGES: readonly CriterionId[] = ['occupation-transfer', 'cancelled-occupation']

const someRow = ({ grades: of }: Evaluation, is: (row: RowResult) => boolean): boolean =>
  grades.some((grade) => of[grade].rows.some(is))

function holds(id: WarningId, pack: Pack, evaluation: Evaluation): boolean {
  const { person } = evaluation
  switch (id) {
    case 'retirement-this-year':
      return (
        someRow(evaluation, ({ criterion, outcome }) => criterion.id === 'scope.retirement' && outcome === 'met') &&
        mayRetireBy(evaluation, pack.dates.countedTo)
      )
    case 'assessment-pending':
      return person.assessments.some((a) => a.year === pack.dates.promisedYear && a.filed === false)
    case 'annex-27-not-public':
      return someRow(evaluation, (row) => row.outcome === 'waived')
    case 'target-not-current-occupation': {
      const { occupation, targetOccupation } = person.facts
      if (occupation === undefined || targetOccupation === undefined || occupation === targetOccupation) return false
      return !someRow(evaluation, (row) => CHANGES.includes(row.criterion.id) && row.outcome !== 'unmet')
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
