import type { ApplicationEvent, ApplicationState, Grade, Stage } from '../../contract'

/** What decides between two edges of the same event. All of it is known before the transaction that takes the edge. */
export interface EdgeContext {
  /** The unit has a 主管部门 with contacts. */
  departmentReviews: boolean
  /** How the applicant's district takes the fee; `free` where it is 0. */
  payment: 'online' | 'counter' | 'free'
  grade: Grade
}

export type Condition =
  'department-reviews' | 'no-department' | 'pays-online' | 'pays-at-counter' | 'free' | 'grade-1' | 'grade-2-to-5'

export const conditions: Record<Condition, (context: EdgeContext) => boolean> = {
  'department-reviews': (context) => context.departmentReviews,
  'no-department': (context) => !context.departmentReviews,
  'pays-online': (context) => context.payment === 'online',
  'pays-at-counter': (context) => context.payment === 'counter',
  free: (context) => context.payment === 'free',
  'grade-1': (context) => context.grade === 1,
  'grade-2-to-5': (context) => context.grade !== 1,
}

/** Names of the notices; their words and channels belong to the feature `notices`. */
export type NoticeName =
  | 'unit-to-review'
  | 'department-to-review'
  | 'sent-to-office'
  | 'returned-by-unit'
  | 'returned-by-department'
  | 'returned-by-office'
  | 'manual-decision'
  | 'onsite-required'
  | 'accepted-pay-online'
  | 'accepted-pay-at-counter'
  | 'confirmed'
  | 'rejected'
  | 'abandoned'
  | 'withdrawn-tell-unit'
  | 'refund-decided'
  | 'supplement-accepted'
  | 'supplement-rejected'
  | 'training-announced'
  | 'ticket-issued'
  | 'site-changed'
  | 'schedule-changed'
  | 'score-published'
  | 'result'
  | 'objection-answered'
  | 'review-result'
  | 'public-notice'
  | 'certified'
  | 'not-passed'
  | 'disqualified'

export type Notice = NoticeName | { none: string }

/** What the edge sends to the exam office, through the outbox. */
export type OfficeMessage = 'application' | 'correction' | 'withdrawal' | 'supplement' | 'payment' | 'objection'

export interface Edge {
  /** null: the beginning. */
  from: ApplicationState | null
  event: ApplicationEvent
  to: ApplicationState
  when?: Condition
  /** What the applicant sees after it. */
  stage: Stage
  notice: Notice
  sends?: OfficeMessage
}

export const stageOf: Record<ApplicationState, Stage> = {
  draft: 'filling-in',
  'unit-review': 'with-unit',
  'unit-returned': 'with-you',
  'department-review': 'with-department',
  'department-returned': 'with-you',
  'office-review': 'with-office',
  'office-returned': 'with-you',
  'onsite-review': 'onsite',
  'awaiting-payment': 'payment',
  'awaiting-counter-payment': 'payment',
  confirmed: 'confirmed',
  training: 'training',
  'exam-scheduled': 'exam',
  result: 'result',
  'comprehensive-review': 'result',
  'public-notice': 'result',
  certified: 'certified',
  withdrawn: 'ended',
  rejected: 'ended',
  abandoned: 'ended',
  disqualified: 'ended',
  'not-passed': 'ended',
}

type Options = Pick<Edge, 'when' | 'sends'>

/** Rows of the table, one per state of `from`; `to` absent: the state stays, the event is history. */
export function rows(
  from: readonly ApplicationState[],
  event: ApplicationEvent,
  to: ApplicationState | 'same',
  notice: Notice,
  options: Options = {},
): Edge[] {
  return from.map((state) => {
    const target = to === 'same' ? state : to
    return { from: state, event, to: target, stage: stageOf[target], notice, ...options }
  })
}
