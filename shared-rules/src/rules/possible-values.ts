import type { AssessmentResult, Grade } from '../facts/facts'
import { day, type Day } from '../calendar/local-date'
import type { PackDates } from './rule-pack'
import type { CertificateRecord, HonourRecord } from './person'

/**
 * The values that are tried for an absent fact: few, but enough to reach every outcome of every row. Rows are monotone in each
 * date, so the extremes decide; a birth date needs those between the ages too, since sex and line move the age.
 */
const FIRST_DAY: Day = day(1900, 1, 1)
const LAST_DAY: Day = day(2100, 12, 31)

export const choices = {
  yesNo: [true, false],
  sex: ['male', 'female'],
  retirementLine: ['worker', 'cadre'],
  staffType: ['established', 'contracted', 'agency', 'dispatched'],
  onPost: ['on-post', 'seconded', 'long-leave', 'internal-retired'],
  organisation: ['public-institution', 'government-body'],
  education: ['primary', 'junior-high', 'senior-high'],
  anyDay: [FIRST_DAY, LAST_DAY],
} as const

/** 58: past a woman's 55, before a man's 60; 53: past 50, before 55; 47: past 45, before 50 (二(三)4). */
export function birthChoices(dates: PackDates): readonly Day[] {
  return [FIRST_DAY, ...[58, 53, 47].map((age) => day(dates.year - age, 6, 1)), LAST_DAY]
}

const GRADES: readonly Grade[] = [1, 2, 3, 4, 5]
/** Old enough for every 满5年, and of June: no doubt about the exam year. */
const LONG_AGO: Day = day(1900, 6, 1)

function supposed(grade: Grade, occupation: string): CertificateRecord {
  return {
    grade,
    occupation,
    issuedOn: '1900-06-01',
    index: -1,
    issued: { first: LONG_AGO, last: LONG_AGO },
    publicSector: true,
  }
}

/** No certificate, or one long-held one of each grade in each of the occupations. */
export const certificateChoices = (occupations: readonly string[]): readonly (readonly CertificateRecord[])[] => [
  [],
  ...occupations.flatMap((code) => GRADES.map((grade) => [supposed(grade, code)])),
]

/** No honour, one that waives (二(四)6(2)), one that people decide on (二(四)6(6)). */
export function honourChoices(dates: PackDates): readonly (readonly HonourRecord[])[] {
  const close = dates.registrationCloses
  const medal: HonourRecord = {
    index: -1,
    honour: { kind: 'may-day-medal', level: 'national', awardedOn: '' },
    on: { first: close, last: close },
  }
  return [[], [medal], [{ index: -1, honour: { kind: 'unique-skill' } }]]
}

export interface YearResult {
  result: AssessmentResult
  outstandingPartyMember?: boolean
}

/** A missing year may fail, so only the best completion need be tried beside it. */
export const assessmentChoices: readonly YearResult[] = [
  { result: 'unqualified' },
  { result: 'excellent', outstandingPartyMember: true },
]
