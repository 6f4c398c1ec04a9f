import { addYears, type Day, monthOf, parseSpan, type Span, yearOf } from '../calendar/local-date'
import type { Pack } from '../policies/pack'
import { honourDate } from '../rules/person'
import { checkUnsure } from './check-unsure'
import type { Certificate, Facts, YearlyAssessment } from './facts'
import type { Problems } from './problems'

const WORKING_AGE = 15

const span = (text: string | undefined): Span | undefined => (text === undefined ? undefined : parseSpan(text))

/** Every date that cannot lie after the last day of registration, with its path. */
function pastDates(facts: Facts): [field: string, date: string | undefined][] {
  return [
    ['workStart', facts.workStart],
    ...(facts.certificates ?? []).map((c, i): [string, string] => [`certificates[${i}].issuedOn`, c.issuedOn]),
    ...(facts.honours ?? []).map((honour, i): [string, string | undefined] => [
      `honours[${i}].${honour.kind === 'patent' ? 'grantedOn' : 'awardedOn'}`,
      honourDate(honour),
    ]),
    ['falsificationFoundOn', facts.falsificationFoundOn],
  ]
}

/** A month is refused only if every one of its days is. */
function checkOrder(facts: Facts, close: Day, problems: Problems): void {
  for (const [field, date] of pastDates(facts)) {
    const on = span(date)
    if (on !== undefined && on.first > close) problems.add(field, 'after-registration')
  }
  const birth = span(facts.birthDate)
  const start = span(facts.workStart)
  if (birth && start && start.last < addYears(birth.first, WORKING_AGE)) problems.add('workStart', 'before-birth')
  const beforeWork = (on: Span | undefined) => start !== undefined && on !== undefined && on.last < start.first
  if (beforeWork(span(facts.regularisedOn))) problems.add('regularisedOn', 'before-work')
  facts.certificates?.forEach((c, i) => {
    if (beforeWork(span(c.issuedOn))) problems.add(`certificates[${i}].issuedOn`, 'before-work')
  })
}

function checkExamYear(certificate: Certificate, field: string, problems: Problems): void {
  const issued = span(certificate.issuedOn)
  if (issued === undefined || certificate.examYear === undefined) return
  const year = yearOf(issued.first)
  const yearBefore = monthOf(issued.first) <= 3 && certificate.examYear === year - 1
  if (certificate.examYear !== year && !yearBefore) problems.add(`${field}.examYear`, 'exam-year')
}

function checkOccupations(facts: Facts, pack: Pack, problems: Problems): void {
  const known = (code: string | undefined, field: string) => {
    if (code !== undefined && pack.occupation(code) === undefined) problems.add(field, 'unknown-occupation')
  }
  known(facts.occupation, 'occupation')
  known(facts.targetOccupation, 'targetOccupation')
  facts.certificates?.forEach((c, i) => known(c.occupation, `certificates[${i}].occupation`))
}

/** The second and later of equal keys are the duplicates. */
function checkDuplicates(keys: readonly string[], field: string, problems: Problems): void {
  keys.forEach((key, i) => {
    if (keys.indexOf(key) < i) problems.add(`${field}[${i}]`, 'duplicate')
  })
}

/** Each certificate of its own while a part of its key is refused. */
const certificateKey = (c: Partial<Certificate>, index: number) =>
  c.grade === undefined || c.occupation === undefined
    ? `#${index}`
    : [c.grade, c.occupation, c.kind ?? 'public-sector'].join()

/** What is wrong with facts taken together. */
export function checkFacts(facts: Facts, pack: Pack, problems: Problems): void {
  checkOrder(facts, pack.dates.registrationCloses, problems)
  checkOccupations(facts, pack, problems)
  facts.certificates?.forEach((c, i) => checkExamYear(c, `certificates[${i}]`, problems))
  checkDuplicates((facts.certificates ?? []).map(certificateKey), 'certificates', problems)
  checkDuplicates(
    (facts.assessments ?? []).map((a: Partial<YearlyAssessment>, i) => `${a.year ?? `#${i}`}`),
    'assessments',
    problems,
  )
  checkUnsure(facts, problems)
}
