import type { NoticeSubject } from '../../applications/notice-door'
import type { NoticePlace } from '../../contract'
import type { Occasion } from './notice'
import { inTime, toStatus } from './phrases'

/** 考试前: before the exams begin; one's own may be later. */
export function supplementUntil({ subject, now }: Pick<Occasion, 'subject' | 'now'>): {
  until: string | undefined
  text: string
} {
  const { examsFrom } = subject
  if (now >= new Date(examsFrom)) return { until: undefined, text: '在您考试之前补交，越早越好' }
  return { until: examsFrom, text: `${inTime(examsFrom, now, '补交')}（考试前要交齐）` }
}

/** Straight to the one paper that is missing. */
export function supplementPlace(subject: Pick<NoticeSubject, 'id' | 'openSupplements'>): NoticePlace {
  const [first, ...others] = subject.openSupplements
  if (first === undefined || others.length > 0) return toStatus(subject)
  return { page: 'apply/paper', query: { id: subject.id, paper: first.replace(/^papers\./, '') } }
}
