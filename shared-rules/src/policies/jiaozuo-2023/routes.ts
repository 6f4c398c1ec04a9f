import type { Frontline, Grade, Honour } from '../../facts/facts'
import type { CertificateRecord, Person } from '../../rules/person'
import type { ManualRoute } from '../../rules/verdict'
import { bestGrade } from './certificates'
import { municipalOrAbove, provincialOrAbove } from './exemptions'

/** 二(六): what opens 破格晋升. */
function promotes(honour: Honour): boolean {
  switch (honour.kind) {
    case 'model-worker':
      return provincialOrAbove(honour.level)
    case 'innovation':
      return honour.mainContributor && municipalOrAbove(honour.level)
    case 'competition':
      return municipalOrAbove(honour.level) && (honour.rank !== undefined || honour.prize !== undefined)
    case 'commendation':
    case 'may-day-medal':
    case 'technical-expert':
    case 'patent':
    case 'unique-skill':
      return false
  }
}

/** 二(六): won later than the first certificate; of a month any day that fits. Never grade 1 (not named), nor 5 (nothing is below). */
function exceptionalPromotion(person: Person, held: readonly CertificateRecord[], grade: Grade): boolean {
  if (grade === 1 || held.length === 0) return false
  const first = Math.min(...held.map((c) => c.issued.first))
  return (person.honours ?? []).some(({ honour, on }) => promotes(honour) && on !== undefined && on.last > first)
}

/** 二(七): the allowance and the aid team ask for a certificate, the commendation does not. */
function epidemicFrontline(frontline: Frontline | undefined, held: readonly CertificateRecord[]): boolean {
  if (frontline === undefined) return false
  return frontline === 'provincial-commendation' || held.length > 0
}

/**
 * Routes that people decide, open beside a grade's conditions to whoever holds nothing as good. Never `unknown`: certificates not told
 * open none that asks for one, and close none (row `held` asks for them).
 */
export function openRoutes(person: Person, grade: Grade): readonly ManualRoute[] {
  const { held } = person
  const best = bestGrade(held)
  if (best !== undefined && best <= grade) return []
  const routes: ManualRoute[] = []
  if (exceptionalPromotion(person, held, grade)) routes.push('exceptional-promotion')
  if (epidemicFrontline(person.facts.frontline, held)) routes.push('epidemic-frontline')
  return routes
}
