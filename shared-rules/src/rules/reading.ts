/** A point that the notice's text leaves open, with its admissible options (`eligibility.md` §3, "Open readings"). */
export interface Reading {
  id: ReadingId
  options: readonly string[]
  /** The option that the text leans to; none: the options weigh the same. */
  lean?: string
}

export const readingIds = [
  'work-years-count',
  'certificate-count',
  'grade-1-certificate-date',
  'notice-issued-on',
  'retirement-on-issue-day',
  'regularised-cutoff',
  'regularised-future',
  'relaxed-age-date',
  'cancelled-route',
  'similar-occupation',
  'transfer-years-path',
  'transfer-grade-1',
  'work-in-occupation',
  'staff-agency',
  'staff-dispatched',
  'on-post',
  'body-appointment',
  'excellent-years',
  'ungraded-year',
  'national-certificate',
  'ban-window',
] as const

export type ReadingId = (typeof readingIds)[number]

/** What the office has ruled: reading id → the one option that holds (`notice-issued-on`: a date). */
export type Pins = Partial<Record<ReadingId, string>>
