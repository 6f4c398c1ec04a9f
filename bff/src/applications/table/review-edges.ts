import type { ApplicationEvent, ApplicationState } from '../../contract'
import { type Edge, rows, stageOf } from './edge'

/** From the draft to the exam office's decision: 个人申报, 单位审核, 资格审查 (三(二)-(五)). */

const fillingIn: Edge[] = [
  {
    from: null,
    event: 'created',
    to: 'draft',
    stage: stageOf.draft,
    notice: { none: 'the person has it on the screen' },
  },
  ...rows(['draft'], 'submitted', 'unit-review', 'unit-to-review'),
]

const byUnit: Edge[] = [
  ...rows(['unit-review'], 'unit-approved', 'department-review', 'department-to-review', {
    when: 'department-reviews',
  }),
  ...rows(['unit-review'], 'unit-approved', 'office-review', 'sent-to-office', {
    when: 'no-department',
    sends: 'application',
  }),
  ...rows(['unit-review'], 'unit-returned', 'unit-returned', 'returned-by-unit'),
  ...rows(['unit-returned'], 'corrected', 'unit-review', 'unit-to-review'),
]

/** The department has lost its contacts meanwhile: the unit sends it on, or back, so that it does not lie there for good. */
const withoutDepartment: Edge[] = [
  ...rows(['department-review'], 'unit-approved', 'office-review', 'sent-to-office', { sends: 'application' }),
  ...rows(['department-review'], 'unit-returned', 'unit-returned', 'returned-by-unit'),
]

const byDepartment: Edge[] = [
  ...rows(['department-review'], 'department-approved', 'office-review', 'sent-to-office', { sends: 'application' }),
  ...rows(['department-review'], 'department-returned', 'department-returned', 'returned-by-department'),
  ...rows(['department-returned'], 'corrected', 'department-review', 'department-to-review'),
]

/** An accepted application waits for its fee as the district takes it; a fee of 0 needs no payment. */
export function accepted(from: readonly ApplicationState[], event: ApplicationEvent): Edge[] {
  return [
    ...rows(from, event, 'awaiting-payment', 'accepted-pay-online', { when: 'pays-online' }),
    ...rows(from, event, 'awaiting-counter-payment', 'accepted-pay-at-counter', { when: 'pays-at-counter' }),
    ...rows(from, event, 'confirmed', 'confirmed', { when: 'free' }),
  ]
}

const withOffice = ['office-review', 'office-returned', 'onsite-review'] as const

const byOffice: Edge[] = [
  // The office may return once more before the first correction has come, and decide without waiting for one.
  ...rows(withOffice, 'returned', 'office-returned', 'returned-by-office'),
  ...rows(
    ['office-returned'],
    'corrected',
    'office-review',
    { none: 'the person has just done it; the office gets it' },
    {
      sends: 'correction',
    },
  ),
  ...accepted(withOffice, 'accepted'),
  ...rows(['office-review', 'office-returned'], 'onsite-required', 'onsite-review', 'onsite-required'),
  ...accepted(['onsite-review'], 'onsite-confirmed'),
  ...rows(withOffice, 'manual-decision', 'same', 'manual-decision'),
  ...rows(withOffice, 'rejected', 'rejected', 'rejected'),
]

const beforeOffice = ['unit-review', 'unit-returned', 'department-review', 'department-returned'] as const
const knownToOffice = [...withOffice, 'awaiting-payment', 'awaiting-counter-payment'] as const

const withdrawals: Edge[] = [
  ...rows(['draft'], 'withdrawn', 'withdrawn', { none: 'nobody else has seen the draft' }),
  ...rows(beforeOffice, 'withdrawn', 'withdrawn', 'withdrawn-tell-unit'),
  ...rows(knownToOffice, 'withdrawn', 'withdrawn', 'withdrawn-tell-unit', { sends: 'withdrawal' }),
]

export const reviewEdges: Edge[] = [
  ...fillingIn,
  ...byUnit,
  ...withoutDepartment,
  ...byDepartment,
  ...byOffice,
  ...withdrawals,
]
