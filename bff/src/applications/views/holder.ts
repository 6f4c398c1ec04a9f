import type { ApplicationState, Holder, HolderKind } from '../../contract'
import type { Place } from '../place'
import type { ApplicationRow } from '../rows/application-row'

const holders: Record<ApplicationState, HolderKind> = {
  draft: 'you',
  'unit-review': 'unit',
  'unit-returned': 'you',
  'department-review': 'department',
  'department-returned': 'you',
  'office-review': 'office',
  'office-returned': 'you',
  'onsite-review': 'office',
  'awaiting-payment': 'you',
  'awaiting-counter-payment': 'you',
  confirmed: 'office',
  training: 'office',
  'exam-scheduled': 'office',
  result: 'office',
  'comprehensive-review': 'office',
  'public-notice': 'office',
  certified: 'nobody',
  withdrawn: 'nobody',
  rejected: 'nobody',
  abandoned: 'nobody',
  disqualified: 'nobody',
  'not-passed': 'nobody',
}

/** 现在在：who has to do something, and since when. */
export function holderOf(row: Pick<ApplicationRow, 'state' | 'since'>, place: Place): Holder {
  const kind = holders[row.state]
  const name = nameOf(kind, place)
  return { kind, ...(name && { name }), since: row.since.toISOString() }
}

function nameOf(kind: HolderKind, place: Place): string | undefined {
  switch (kind) {
    case 'unit':
      return place.unit?.name
    case 'department':
      return place.department?.name
    case 'office':
      return place.officeName
    case 'you':
    case 'nobody':
      return undefined
  }
}
