import { addYears, monthOf, yearOf } from '../../calendar/local-date'
import type { Grade } from '../../facts/facts'
import type { Inquiry } from '../../rules/inquiry'
import type { CertificateRecord } from '../../rules/person'

/** Full years of a certificate asked for by 二(二)3, 二(二)4, 二(三)3, 二(四)2, 二(五). */
export const YEARS_AT_GRADE = 5

type Certificates = readonly CertificateRecord[]

export const inTarget = (certificates: Certificates, target: string): Certificates =>
  certificates.filter((c) => c.occupation === target)

export const elsewhere = (certificates: Certificates, target: string): Certificates =>
  certificates.filter((c) => c.occupation !== target)

/** The best grade among these (1 is the best), if any. */
export function bestGrade(certificates: Certificates): Grade | undefined {
  return certificates.reduce<Grade | undefined>(
    (best, c) => (best === undefined || c.grade < best ? c.grade : best),
    undefined,
  )
}

const isOpen = ({ issued, examYear }: CertificateRecord): boolean =>
  issued.first !== issued.last || (examYear === undefined && monthOf(issued.first) <= 3)

const latestExamYear = ({ issued, examYear }: CertificateRecord): number => examYear ?? yearOf(issued.first)

const earliestExamYear = ({ issued, examYear }: CertificateRecord): number =>
  examYear ?? (monthOf(issued.first) <= 3 ? yearOf(issued.first) - 1 : yearOf(issued.first))

const least = (certificates: Certificates, of: (c: CertificateRecord) => number): CertificateRecord | undefined =>
  certificates.find((c) => certificates.every((other) => of(c) <= of(other)))

/**
 * Of certificates whose day or exam year is open the earliest stand for all, by date and by exam year (at best and at worst): where one
 * of several has to be old enough, a later one changes nothing, and each open one would double the possibilities.
 */
export function fewOpen(certificates: Certificates): Certificates {
  const open = certificates.filter(isOpen)
  const kept = [least(open, (c) => c.issued.first), least(open, earliestExamYear), least(open, latestExamYear)]
  return certificates.filter((c) => !isOpen(c) || kept.includes(c))
}

/** `certificate-count`: a certificate of January-March may count from its exam, a year before. */
function byExamYear(q: Inquiry, certificate: CertificateRecord, byDate: () => boolean): boolean {
  const examYear = q.examYear(certificate)
  if (examYear === yearOf(certificate.issued.first) || q.reading('certificate-count') === 'by-date') return byDate()
  return examYear + YEARS_AT_GRADE <= q.dates.year
}

/** 满5年, counted to the pack's year end (二(八)): the fifth anniversary is on or before it. */
export function fiveYears(q: Inquiry, certificate: CertificateRecord): boolean {
  return byExamYear(q, certificate, () => addYears(q.issuedOn(certificate), YEARS_AT_GRADE) <= q.dates.countedTo)
}

/** 满5年 of 二(四)2, which 二(八) does not name: reading `grade-1-certificate-date`. */
export function fiveYearsForGrade1(q: Inquiry, certificate: CertificateRecord): boolean {
  return byExamYear(q, certificate, () => {
    const anniversary = addYears(q.issuedOn(certificate), YEARS_AT_GRADE)
    if (anniversary <= q.dates.registrationCloses) return true
    return anniversary <= q.dates.countedTo && q.reading('grade-1-certificate-date') === 'year-end'
  })
}

/** Is the target similar to the work actually done (一(二))? Itself, a listed successor, or as the office sees it. */
export function similarToWork(q: Inquiry, target: string): boolean {
  const occupation = q.occupationOf(q.occupation())
  if (occupation?.code === target) return true
  if (occupation?.cancelled === true && occupation.successors?.includes(target) === true) return true
  return q.reading('similar-occupation') === 'similar'
}

export const isCancelled = (q: Inquiry, certificate: CertificateRecord): boolean =>
  q.occupationOf(certificate.occupation)?.cancelled === true
