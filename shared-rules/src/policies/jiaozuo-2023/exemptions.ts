import type { Honour, Level } from '../../facts/facts'
import type { Inquiry } from '../../rules/inquiry'
import { type Leaf, MANUAL, UNMET } from '../../rules/outcome'
import type { HonourRecord } from '../../rules/person'
import { fewOpen } from './certificates'

const PROVINCIAL: readonly Level[] = ['national', 'provincial']
const MUNICIPAL: readonly Level[] = ['national', 'provincial', 'municipal']

export const provincialOrAbove = (level: Level): boolean => PROVINCIAL.includes(level)
export const municipalOrAbove = (level: Level): boolean => MUNICIPAL.includes(level)

/** 二(四)6(5): own occupation, among the first five. */
const countsAsPatent = (honour: Honour, type: 'invention' | 'utility-model'): boolean =>
  honour.kind === 'patent' && honour.type === type && honour.ownOccupation && honour.rank <= 5

/** The clause under which one honour alone exempts. */
function exemptionBy(honour: Honour): string | undefined {
  switch (honour.kind) {
    case 'commendation': {
      const enough = honour.by === 'department' ? provincialOrAbove(honour.level) : municipalOrAbove(honour.level)
      return enough ? '二(四)6(1)' : undefined
    }
    case 'may-day-medal':
      return provincialOrAbove(honour.level) ? '二(四)6(2)' : undefined
    case 'technical-expert':
      return municipalOrAbove(honour.level) ? '二(四)6(3)' : undefined
    case 'competition': {
      const placed = honour.individual && honour.prize !== undefined && honour.prize <= 3
      return placed && municipalOrAbove(honour.level) ? '二(四)6(4)' : undefined
    }
    case 'patent':
      return countsAsPatent(honour, 'invention') ? '二(四)6(5)' : undefined
    case 'unique-skill':
    case 'model-worker':
    case 'innovation':
      return undefined
  }
}

/** Alone, with another utility model, or by people's decision. */
const mayExempt = (honour: Honour): boolean =>
  exemptionBy(honour) !== undefined || countsAsPatent(honour, 'utility-model') || honour.kind === 'unique-skill'

/** Which honours count together: utility models, 绝技, and each that exempts alone. */
const groupOf = (honour: Honour): string =>
  honour.kind === 'patent' || honour.kind === 'unique-skill' ? honour.kind : 'alone'

const isMonth = ({ on }: HonourRecord): boolean => on !== undefined && on.first !== on.last

/**
 * Of honours known by their month the two latest of each group stand for all: a later one serves as well as an earlier one, two
 * utility models are enough, and each open day would double the possibilities.
 */
function fewMonths(records: readonly HonourRecord[]): readonly HonourRecord[] {
  const latestFirst = records.filter(isMonth).sort((a, b) => (b.on?.last ?? 0) - (a.on?.last ?? 0))
  const kept = latestFirst.filter((record, i) => {
    const before = latestFirst.slice(0, i).filter((other) => groupOf(other.honour) === groupOf(record.honour))
    return before.length < 2
  })
  return records.filter((record) => !isMonth(record) || kept.includes(record))
}

function exemption(honours: readonly Honour[]): string | undefined {
  const single = honours.map(exemptionBy).find((clause) => clause !== undefined)
  if (single !== undefined) return single
  return honours.filter((h) => countsAsPatent(h, 'utility-model')).length >= 2 ? '二(四)6(5)' : undefined
}

/** By date: the same day is not after. 绝技 needs no date. */
function isAfter(q: Inquiry, record: HonourRecord, day: number): boolean {
  const on = q.honouredOn(record)
  return on === undefined || on > day
}

/** 二(四)6: lifts 二(四)3 and 二(四)4 for what was won after the first grade-2 certificate; (6) is for people to decide. */
export function exempted(q: Inquiry): Leaf {
  const grade2 = q.held().filter((c) => c.grade === 2)
  if (grade2.length === 0) return UNMET
  const records = fewMonths(q.honours().filter((record) => mayExempt(record.honour)))
  if (records.length === 0) return UNMET
  const first = Math.min(...fewOpen(grade2).map((c) => q.issuedOn(c)))
  const later = records.filter((record) => isAfter(q, record, first)).map((record) => record.honour)
  const waivedBy = exemption(later)
  if (waivedBy !== undefined) return { outcome: 'waived', waivedBy }
  return later.some((honour) => honour.kind === 'unique-skill') ? MANUAL : UNMET
}
