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

/** What the warnings need to know of the rows of all grades. */
interface Seen {
  retirementMet: boolean
  waived: boolean
  /** Some row of a change of occupation may hold. */
  changes: boolean
}

function lookAt(rows: readonly RowResult[], seen: Seen): void {
  for (const { criterion, outcome } of rows) {
    if (outcome === 'waived') seen.waived = true
    if (outcome === 'unmet') continue
    if (criterion.id === 'scope.retirement') seen.retirementMet = outcome === 'met'
    else if (criterion.id === 'occupation-transfer' || criterion.id === 'cancelled-occupation') seen.changes = true
  }
}

function holds(id: WarningId, pack: Pack, { person }: Evaluation, seen: Seen): boolean {
  switch (id) {
    case 'retirement-this-year':
      return seen.retirementMet && mayRetireBy(person, pack.dates.countedTo)
    case 'assessment-pending':
      return person.assessments.some((a) => a.year === pack.dates.promisedYear && a.filed === false)
    case 'annex-27-not-public':
      return seen.waived
    case 'target-not-current-occupation': {
      const { occupation, targetOccupation } = person.facts
      if (occupation === undefined || targetOccupation === undefined || occupation === targetOccupation) return false
      return !seen.changes
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
  const seen: Seen = { retirementMet: false, waived: false, changes: false }
  for (const grade of grades) lookAt(evaluation.grades[grade].rows, seen)
  return ORDER.filter((id) => holds(id, pack, evaluation, seen)).map((id) => ({
    id,
    clause: CLAUSES[id],
    text: pack.texts.warnings[id],
  }))
}
