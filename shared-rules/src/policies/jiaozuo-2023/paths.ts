import { addYears, type Day, yearOf } from '../../calendar/local-date'
import type { Grade } from '../../facts/facts'
import type { Inquiry } from '../../rules/inquiry'
import { metIf, MET, UNMET } from '../../rules/outcome'
import type { Person } from '../../rules/person'
import type { Criterion, PackDates } from '../pack'
import {
  bestGrade,
  elsewhere,
  fewOpen,
  fiveYears,
  inTarget,
  isCancelled,
  similarToWork,
  YEARS_AT_GRADE,
} from './certificates'

/** The ways to a grade beside each other: certificate, work years, occupation transfer, cancelled occupation. */
interface Source {
  clause: string
  quote: string
}

const TRANSFER: Source = { clause: '二(五)', quote: '首先应按照本人现岗位等级申报所转换岗位工种的考核' }
const CANCELLED: Source = {
  clause: '一(二)',
  quote:
    '已取得被取消工种岗位等级证书的人员，经所在单位同意，可在工种设置目录范围内选择报考与实际从事工种性质相近或相似的工种',
}

/** Full anniversaries of a day up to and including another. */
export function fullYears(from: Day, to: Day): number {
  const years = yearOf(to) - yearOf(from)
  return addYears(from, years) <= to ? years : years - 1
}

/** Reading `work-years-count`: full anniversaries, or calendar years with both ends. */
export function workYearsReach(q: Inquiry, years: number): boolean {
  const start = q.workStart()
  if (fullYears(start, q.dates.countedTo) >= years) return true
  if (q.dates.year - yearOf(start) + 1 < years) return false
  return q.reading('work-years-count') === 'calendar-years'
}

export function measureWorkYears(needed: number | string) {
  return (person: Person, dates: PackDates) =>
    person.workStart === undefined ? { needed } : { needed, actual: fullYears(person.workStart.first, dates.countedTo) }
}

/**
 * Reading `transfer-years-path`: a person whose best certificate is in another occupation, and who holds none of that grade or
 * better in the target, may have to take the same grade there first (二(五)) before a path by years opens. A certificate of a
 * cancelled occupation that counts straight in a similar target (一(二)) does not bind.
 */
function yearsPathClosed(q: Inquiry): boolean {
  const held = q.held()
  if (held.length === 0) return false
  const target = q.target()
  const binding = elsewhere(held, target).filter(
    (c) => !(isCancelled(q, c) && q.reading('cancelled-route') === 'straight' && similarToWork(q, target)),
  )
  const best = bestGrade(binding)
  if (best === undefined) return false
  const own = bestGrade(inTarget(held, target))
  if (own !== undefined && own <= best) return false
  return q.reading('transfer-years-path') === 'same-grade-first'
}

export function workYearsPath(years: number, source: Source): Criterion {
  return {
    id: 'work-years',
    ...source,
    path: 'work-years',
    evaluate: (q) => (workYearsReach(q, years) && !yearsPathClosed(q) ? MET : UNMET),
    measure: measureWorkYears(years),
  }
}

/** 二(二)2: work years below `years`; open only to those who need no transfer first. */
export function firstGradePath(years: number, source: Source): Criterion {
  return {
    id: 'work-years-below',
    ...source,
    path: 'first-grade',
    evaluate: (q) => (!workYearsReach(q, years) && !yearsPathClosed(q) ? MET : UNMET),
    measure: measureWorkYears(`<${years}`),
  }
}

/** A certificate of exactly the grade below, in the target, for five full years. */
export function certificatePath(below: Grade, source: Source): Criterion {
  return {
    id: 'certificate',
    ...source,
    path: 'certificate',
    evaluate(q) {
      const ofGrade = q.certificates().filter((c) => c.grade === below)
      if (ofGrade.length === 0) return UNMET
      const target = q.target()
      const counts = inTarget(ofGrade, target).some(
        (c) => fiveYears(q, c) && (c.publicSector || q.reading('national-certificate') === 'accepted'),
      )
      if (!counts) return UNMET
      // The certificate's age stands for five years' work at the grade; work in another occupation puts that in doubt.
      return metIf(q.occupation() === target || q.reading('work-in-occupation') === 'unbroken')
    },
    measure: (person, dates) => measureCertificate(person, dates, below),
  }
}

export function measureCertificate(person: Person, dates: PackDates, grade: Grade) {
  const target = person.facts.targetOccupation ?? person.facts.occupation
  const years = (person.certificates ?? [])
    .filter((c) => c.grade === grade && c.occupation === target)
    .map((c) => fullYears(c.issued.first, dates.countedTo))
  return years.length === 0 ? { needed: YEARS_AT_GRADE } : { needed: YEARS_AT_GRADE, actual: Math.max(...years) }
}

/** 二(五): first the same grade in the new occupation; then the next one, five years from the first certificate of the grade. */
export function transferPath(grade: Grade): Criterion {
  return {
    id: 'occupation-transfer',
    ...TRANSFER,
    path: 'occupation-transfer',
    evaluate(q) {
      const held = q.held()
      if (held.length === 0) return UNMET
      const target = q.target()
      const outside = elsewhere(held, target)
      const own = inTarget(held, target)
      const ownBest = bestGrade(own)
      if (bestGrade(outside) === grade && (ownBest === undefined || ownBest > grade)) return MET
      const ofGrade = held.filter((c) => c.grade === grade + 1)
      const inBoth = inTarget(ofGrade, target).length > 0 && elsewhere(ofGrade, target).length > 0
      return metIf(inBoth && fewOpen(ofGrade).some((c) => fiveYears(q, c)))
    },
  }
}

/** 一(二): a certificate of a cancelled occupation counts in the target as its grade below (readings say when). */
export function cancelledPath(below: Grade): Criterion {
  return {
    id: 'cancelled-occupation',
    ...CANCELLED,
    path: 'cancelled-occupation',
    evaluate(q) {
      const cancelled = q.held().filter((c) => c.grade === below && isCancelled(q, c))
      if (cancelled.length === 0) return UNMET
      const target = q.target()
      if (!fewOpen(elsewhere(cancelled, target)).some((c) => fiveYears(q, c))) return UNMET
      return metIf(q.reading('cancelled-route') === 'straight' && similarToWork(q, target))
    },
  }
}
