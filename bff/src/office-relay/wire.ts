import type { OfficeSnapshot } from '../applications/office-snapshot'
import type { ReturnItem, StoredVerdict } from '../contract'

/** Bodies of the contract with the office (docs/api/exam-office.openapi.json), made from what was kept with the step. */

export function applicationBody(snapshot: OfficeSnapshot, idDigest: string): object {
  const { campaign, applicationId, submittedAt } = snapshot
  return { campaign, applicationId, submittedAt, content: content(snapshot, idDigest) }
}

export function correctionBody(snapshot: OfficeSnapshot, idDigest: string): object {
  return {
    revision: snapshot.revision,
    items: snapshot.corrected.map(asNamed),
    correctedAt: snapshot.at,
    content: content(snapshot, idDigest),
  }
}

export function withdrawalBody({ at, reason }: OfficeSnapshot): object {
  return { withdrawnAt: at, ...(reason && { reason }) }
}

function content(snapshot: OfficeSnapshot, idDigest: string): object {
  const { grade, facts, form, verdict, unit, department, district, opinions, supplements, helper } = snapshot
  const { name, idNumber, phone, workExperience = [], declaration } = form
  return {
    grade,
    occupation: facts.targetOccupation ?? facts.occupation,
    person: { idDigest, idNumber, name: name?.trim(), phone },
    unit,
    ...(department && { department }),
    ...(district && { district }),
    facts,
    verdict: verdict && verdictOf(verdict),
    opinions: opinions.map(({ words, ...opinion }) => ({
      ...opinion,
      decision: 'approved',
      ...(words && { note: words }),
    })),
    documents: [],
    promises: supplements.map(({ item, promisedAt }) => ({ kind: paperKind(item), at: promisedAt })),
    workExperience,
    declaration: { version: declaration?.version, acceptedAt: declaration?.acceptedAt },
    ...(helper && { helper: { relation: helper.relation, consentVersion: helper.version } }),
  }
}

/** The longest item of the contract. What is longer here got so by our prefix: it goes back as the office named it. */
const longestItem = 120
const asNamed = ({ item }: ReturnItem): string =>
  item.length > longestItem ? item.replace(/^(form|facts|papers)\./, '') : item

/** `papers.yearly-assessment:2022` → `yearly-assessment-2022`. */
const paperKind = (item: string): string => item.replace(/^papers\./, '').replaceAll(':', '-')

function verdictOf({ grade, assessment, law, at }: StoredVerdict): object {
  const { verdict, lean, route, criteria, openReadings, manualRoutes } = assessment.grades[grade]
  return {
    verdict,
    ...(lean && { lean }),
    ...(route && { route }),
    criteria,
    openReadings,
    manualRoutes,
    warnings: assessment.warnings,
    ...law,
    computedAt: at,
  }
}
