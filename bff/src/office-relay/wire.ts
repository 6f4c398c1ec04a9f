import type { OfficeRefund, OfficeSnapshot } from '../applications/office-snapshot'
import { wireKind } from '../applications/papers/wire-kind'
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

export function supplementBody({ supplement, at }: OfficeSnapshot): object {
  if (!supplement) throw new Error('a supplement without its paper')
  return { ...supplement, sentAt: at }
}

export function paymentBody({ payment }: OfficeSnapshot): object {
  if (!payment) throw new Error('a payment without its amount')
  return { ...payment, channel: 'wechat' }
}

/** Longest reason of the contract. */
const longestReason = 80

export function refundBody({ reason, ...refund }: OfficeRefund): object {
  return { ...refund, ...(reason && { reason: [...reason].slice(0, longestReason).join('') }) }
}

function content(snapshot: OfficeSnapshot, idDigest: string): object {
  const { grade, facts, form, verdict, unit, department, district, opinions, supplements, documents, helper } = snapshot
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
    documents,
    promises: supplements.map(({ item, promisedAt }) => ({ kind: paperKind(item), at: promisedAt })),
    workExperience,
    declaration: { version: declaration?.version, acceptedAt: declaration?.acceptedAt },
    ...(helper && { helper: { relation: helper.relation, consentVersion: helper.version } }),
  }
}

/** The longest item of the contract. What is longer here got so by our prefix: it goes back as the office named it. */
const longestItem = 120
const asNamed = ({ item }: ReturnItem): string => {
  const known = /^papers\.[a-z0-9-]*$/.test(item) || !item.startsWith('papers.') ? item : `papers.${paperKind(item)}`
  return known.length > longestItem ? known.replace(/^(form|facts|papers)\./, '') : known
}

/** `papers.yearly-assessment:2022` → `yearly-assessment-2022`. */
const paperKind = (item: string): string => wireKind(item.replace(/^papers\./, ''))

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
