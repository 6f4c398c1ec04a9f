import type { CorrectionLimit } from '../../contract'
import { correctionLimit, type LimitRule } from '../../eligibility/correction-limit'
import type { LawInForce } from '../../eligibility/law'
import { covered, itemPath } from '../item-path'
import { refuse } from '../refuse'
import type { ApplicationRow } from '../rows/application-row'

type Row = Pick<ApplicationRow, 'state' | 'openReturn'>

const returnedStates: readonly string[] = ['unit-returned', 'department-returned', 'office-returned']

export const isReturned = (state: Row['state']): boolean => returnedStates.includes(state)

/** Only a return by the office opens the limit of working days; the others end with the review window. */
export function limitOf(law: LawInForce, row: Row, rule: LimitRule, now: Date): CorrectionLimit | undefined {
  const { openReturn } = row
  if (!openReturn || !isReturned(row.state)) return undefined
  return correctionLimit(law.pack, new Date(openReturn.at), openReturn.by === 'office' ? rule : undefined, now)
}

/** What may be changed now: everything of a draft, the items of a return, else nothing. */
export function editablePaths(row: Row, limit: CorrectionLimit | undefined): string[] {
  if (row.state === 'draft') return ['*']
  if (!row.openReturn || !limit || limit.passed) return []
  return row.openReturn.items.map(({ item }) => itemPath(item))
}

/** @throws AppError `correction-limit-passed` {until, limit}, `not-editable` {items} */
export function checkEditable(row: Row, limit: CorrectionLimit | undefined, changed: string[]): void {
  if (limit?.passed) throw refuse('correction-limit-passed', { until: limit.until, limit })
  const editable = editablePaths(row, limit)
  if (editable.includes('*')) return
  const refused = changed.filter((path) => !covered(path, editable))
  if (editable.length === 0 || refused.length > 0) throw refuse('not-editable', { items: refused })
}
