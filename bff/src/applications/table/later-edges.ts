import { type Edge, rows } from './edge'

/** From the fee to the certificate (三(四), 四, 五). Reached with the later features; the edges stand from the beginning. */

const paying = ['awaiting-payment', 'awaiting-counter-payment'] as const
const afterExam = ['result', 'comprehensive-review', 'public-notice', 'certified', 'not-passed'] as const
const refundableEnds = ['withdrawn', 'rejected', 'abandoned', 'disqualified'] as const
const admitted = ['confirmed', 'training', 'exam-scheduled'] as const

const payment: Edge[] = [
  // A payment made before the deadline but learnt after it confirms all the same: hence out of `abandoned`.
  // The district may take payment online only after it has accepted for the counter.
  ...rows([...paying, 'abandoned'], 'payment-confirmed', 'confirmed', 'confirmed', { sends: 'payment' }),
  ...rows([...paying, 'abandoned'], 'payment-recorded', 'confirmed', 'confirmed'),
  ...rows(paying, 'payment-overdue', 'abandoned', 'abandoned'),
  // The office sets the fee to 0 while it is waited for.
  ...rows(paying, 'fee-waived', 'confirmed', 'confirmed'),
  // In whatever state money may be here: an exam is cancelled after its tickets are out.
  ...rows([...admitted, ...afterExam, ...refundableEnds], 'refund-decided', 'same', 'refund-decided'),
]

const supplementable = ['office-review', 'onsite-review', ...paying, ...admitted] as const

/** 容缺后补 (三(三)); overdue: the office decides, by `rejected`. */
const supplements: Edge[] = [
  ...rows(supplementable, 'supplement-sent', 'same', { none: 'the person has just sent it' }, { sends: 'supplement' }),
  ...rows(supplementable, 'supplement-accepted', 'same', 'supplement-accepted'),
  ...rows(supplementable, 'supplement-rejected', 'same', 'supplement-rejected'),
  ...rows([...paying, ...admitted], 'rejected', 'rejected', 'rejected'),
]

const exam: Edge[] = [
  ...rows(['confirmed', 'training'], 'training-announced', 'training', 'training-announced'),
  ...rows(admitted, 'ticket-issued', 'exam-scheduled', 'ticket-issued'),
  ...rows(['exam-scheduled'], 'site-changed', 'same', 'site-changed'),
  ...rows(admitted, 'schedule-changed', 'same', 'schedule-changed'),
  ...rows(['exam-scheduled', 'result'], 'score-published', 'result', 'score-published'),
]

const results: Edge[] = [
  ...rows(['result'], 'objection-raised', 'same', { none: 'the person has just sent it' }, { sends: 'objection' }),
  ...rows(['result'], 'objection-answered', 'same', 'objection-answered'),
  // Grade 1: theory exam, then 综合评审, then 公示 (四(二)).
  ...rows(['exam-scheduled', 'result'], 'result', 'comprehensive-review', 'result', { when: 'grade-1' }),
  ...rows(['exam-scheduled', 'result'], 'result', 'result', 'result', { when: 'grade-2-to-5' }),
  ...rows(['comprehensive-review'], 'review-result', 'same', 'review-result'),
  ...rows(['result', 'comprehensive-review'], 'public-notice', 'public-notice', 'public-notice'),
  ...rows(['result', 'public-notice'], 'certified', 'certified', 'certified'),
  ...rows(
    ['exam-scheduled', 'result', 'comprehensive-review', 'public-notice'],
    'not-passed',
    'not-passed',
    'not-passed',
  ),
]

/** 虚假材料 (三(四)): at any time once the office has the application, a certificate included (撤销并收回). */
const disqualifications: Edge[] = rows(
  ['office-review', 'office-returned', 'onsite-review', ...paying, ...admitted, ...afterExam],
  'disqualified',
  'disqualified',
  'disqualified',
)

export const laterEdges: Edge[] = [...payment, ...supplements, ...exam, ...results, ...disqualifications]
