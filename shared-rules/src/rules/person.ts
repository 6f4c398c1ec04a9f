import type { Certificate, Facts, Honour, YearlyAssessment } from '../facts/facts'
import { addYears, type Day, parseSpan, type Span } from '../calendar/local-date'

/** A certificate with its possible days of issue; `index` is -1 for one that is only supposed. */
export interface CertificateRecord extends Certificate {
  index: number
  issued: Span
  publicSector: boolean
}

/** An honour with its possible days; no days where it bears none (绝技). */
export interface HonourRecord {
  index: number
  honour: Honour
  on?: Span
}

/** Facts digested for the rules: dates as spans of days, days that would be refused cut off. */
export interface Person {
  facts: Facts
  birth?: Span
  workStart?: Span
  regularised?: Span
  falsification?: Span
  certificates?: readonly CertificateRecord[]
  /** Those of the public sector (机关事业单位), which most clauses ask for; none where certificates are not told. */
  held: readonly CertificateRecord[]
  honours?: readonly HonourRecord[]
  assessments: readonly YearlyAssessment[]
  unsure: ReadonlySet<string>
}

const NEVER: Span = { first: 19000101, last: 21001231 }
const NOTHING: ReadonlySet<string> = new Set()

const spanOf = (text: string | undefined): Span | undefined => (text === undefined ? undefined : parseSpan(text))

/** Cuts a span to what lies within the bounds; a span wholly outside stays as it is (it would have been refused). */
function cut(span: Span | undefined, first: Day, last: Day): Span | undefined {
  if (span === undefined || span.first === span.last || span.last < first || span.first > last) return span
  return { first: Math.max(span.first, first), last: Math.min(span.last, last) }
}

export function honourDate(honour: Honour): string | undefined {
  return honour.kind === 'patent' ? honour.grantedOn : honour.awardedOn
}

function digestHonour(honour: Honour, index: number, close: Day): HonourRecord {
  const on = cut(spanOf(honourDate(honour)), NEVER.first, close)
  return { index, honour, on }
}

function digestCertificate(certificate: Certificate, index: number, issued: Span): CertificateRecord {
  const { grade, occupation, issuedOn, examYear, kind } = certificate
  return { grade, occupation, issuedOn, examYear, kind, index, issued, publicSector: kind !== 'national-vocational' }
}

/** The last day on which work can have begun: nobody is certified or regularised before. */
function latestStart(issued: readonly Span[], regularised: Span | undefined, close: Day): Day {
  let latest = regularised === undefined ? close : Math.min(regularised.last, close)
  for (const { last } of issued) if (last < latest) latest = last
  return latest
}

/** Facts must have passed `parseFacts`. `close` is the pack's last day of registration. */
export function digest(facts: Facts, close: Day): Person {
  const birth = spanOf(facts.birthDate)
  const start = spanOf(facts.workStart)
  const issued = facts.certificates?.map((c) => parseSpan(c.issuedOn) ?? NEVER) ?? []
  const regularised = spanOf(facts.regularisedOn)
  const earliestStart = birth ? addYears(birth.first, 15) : NEVER.first
  const began = start?.first ?? NEVER.first
  const certificates = facts.certificates?.map((c, index) =>
    digestCertificate(c, index, cut(issued[index], began, close) ?? NEVER),
  )
  return {
    facts,
    birth: start ? cut(birth, NEVER.first, addYears(start.last, -15)) : birth,
    workStart: cut(start, earliestStart, latestStart(issued, regularised, close)),
    regularised: cut(regularised, began, NEVER.last),
    falsification: cut(spanOf(facts.falsificationFoundOn), NEVER.first, close),
    certificates,
    held: certificates?.filter((c) => c.publicSector) ?? [],
    honours: facts.honours?.map((honour, index) => digestHonour(honour, index, close)),
    assessments: facts.assessments ?? [],
    unsure: facts.unsure === undefined || facts.unsure.length === 0 ? NOTHING : new Set(facts.unsure),
  }
}
