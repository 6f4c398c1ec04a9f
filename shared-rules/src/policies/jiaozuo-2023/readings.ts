import type { Reading, ReadingId } from '../../rules/reading'

const reading = (id: ReadingId, options: readonly string[], lean?: string): Reading =>
  lean === undefined ? { id, options } : { id, options, lean }

/**
 * The open readings of this notice, in the order in which an answer names them. `notice-issued-on` is pinned to a date; unpinned it
 * is decided by its outcome (`gates.ts`). `retirement-on-issue-day` is met only once the day is pinned.
 */
export const readings: Readonly<Record<ReadingId, Reading>> = {
  'work-years-count': reading('work-years-count', ['full-years', 'calendar-years']),
  'certificate-count': reading('certificate-count', ['by-date', 'by-exam-year'], 'by-date'),
  'grade-1-certificate-date': reading('grade-1-certificate-date', ['year-end', 'registration-close'], 'year-end'),
  'notice-issued-on': reading('notice-issued-on', []),
  'retirement-on-issue-day': reading('retirement-on-issue-day', ['reached', 'not-reached'], 'reached'),
  'regularised-cutoff': reading('regularised-cutoff', ['inclusive', 'exclusive'], 'inclusive'),
  'regularised-future': reading('regularised-future', ['accepted', 'refused'], 'accepted'),
  'relaxed-age-date': reading('relaxed-age-date', ['registration-close', 'year-end']),
  'cancelled-route': reading('cancelled-route', ['straight', 'same-grade-first'], 'straight'),
  'similar-occupation': reading('similar-occupation', ['similar', 'not-similar']),
  'transfer-years-path': reading('transfer-years-path', ['same-grade-first', 'path-open'], 'same-grade-first'),
  'transfer-grade-1': reading('transfer-grade-1', ['reaches-grade-1', 'target-only', 'any-occupation']),
  'work-in-occupation': reading('work-in-occupation', ['unbroken', 'broken']),
  'staff-agency': reading('staff-agency', ['in', 'out']),
  'staff-dispatched': reading('staff-dispatched', ['in', 'out'], 'out'),
  'on-post': reading('on-post', ['on-post', 'not-on-post']),
  'body-appointment': reading('body-appointment', ['grade-held-suffices', 'appointment-needed']),
  'excellent-years': reading('excellent-years', ['add-up', 'one-party-award', 'same-kind'], 'add-up'),
  'ungraded-year': reading('ungraded-year', ['fails', 'left-out']),
  'national-certificate': reading('national-certificate', ['not-accepted', 'accepted'], 'not-accepted'),
  'ban-window': reading('ban-window', ['exam-years', 'two-years-to-the-day'], 'exam-years'),
}
