import { retirementDay } from '../calendar/retirement'
import type { RetirementLine, Sex } from '../facts/facts'
import type { Pack } from '../policies/pack'
import { type Evaluation, grades } from './evaluate'
import type { RowResult } from './evaluate-row'
import type { Person } from './person'
import type { Warning, WarningId } from './verdict'

const CLAUSES: Readonly<Record<WarningId, string>> = {
  'retirement-this-year': '一(二)',
  'assessment-pending': '三(三)',
  'annex-27-not-public': '二(四)6',
  'target-not-current-occupation': '二(五)',
}

const SEXES: readonly Sex[] = ['male', 'female']
const LINES: readonly RetirementLine[] = ['worker', 'cadre']

/** By age only: may this person reach the retirement age by the year's end, as far as the facts tell? */
function mayRetireBy({ facts, birth }: Person, yearEnd: number): boolean {
  if (birth === undefined) return false
  const sexes = facts.sex === undefined ? SEXES : [facts.sex]
  const lines = facts.retirementLine === undefined ? LINES : [facts.retirementLine]
  return sexes.some((sex) => lines.some((line) => retirementDay(birth.first, sex, line) <= yearEnd))
}

const someRow = ({ grades: of }: Evaluation, is: (row: RowResult) => boolean): boolean =>
  grades.some((grade) => of[grade].rows.some(is))

/** Every grade has this gate, and it is the same for all. */
const retirementMet = ({ grades: of }: Evaluation): boolean =>
  of[1].rows.some((row) => row.criterion.id === 'scope.retirement' && row.outcome === 'met')

const mayChange = ({ criterion: { id }, outcome }: RowResult): boolean =>
  (id === 'occupation-transfer' || id === 'cancelled-occupation') && outcome !== 'unmet'

function holds(id: WarningId, pack: Pack, evaluation: Evaluation): boolean {
  const { person } = evaluation
  switch (id) {
    case 'retirement-this-year':
      return mayRetireBy(person, pack.dates.countedTo) && retirementMet(evaluation)
    case 'assessment-pending':
      return person.assessments.some((a) => a.year === pack.dates.promisedYear && a.filed === false)
    case 'annex-27-not-public':
      return someRow(evaluation, (row) => row.outcome === 'waived')
    case 'target-not-current-occupation': {
      const { occupation, targetOccupation } = person.facts
      if (occupation === undefined || targetOccupation === undefined || occupation === targetOccupation) return false
      return !someRow(evaluation, mayChange)
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
