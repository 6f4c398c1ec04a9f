import type { NoticeSubject } from '../../applications/notice-door'
import type { NoticePlace } from '../../contract'
import type { Occasion } from './notice'
import { byText, toStatus } from './phrases'

/** 考试前: as far as a date is known, the beginning of the exams. */
export function supplementUntil({ subject, now }: Pick<Occasion, 'subject' | 'now'>): {
  until: string | undefined
  text: string
} {
  const { examsFrom }: NoticeSubject & { examsFrom?: string } = subject
  if (examsFrom === undefined || now >= new Date(examsFrom)) return { until: undefined, text: '一定要在您考试之前' }
  return { until: examsFrom, text: `${byText(examsFrom, now)}（考试前）` }
}

/** Straight to the one paper that is missing. */
export function supplementPlace(subject: Pick<NoticeSubject, 'id' | 'openSupplements'>): NoticePlace {
  const [first, ...others] = subject.openSupplements
  if (first === undefined || others.length > 0) return toStatus(subject)
  return { page: 'apply/paper', query: { id: subject.id, paper: first.replace(/^papers\./, '') } }
}
