/** What can happen to an application. From our side: */
export const ownEvents = [
  'created',
  'submitted',
  'unit-approved',
  'unit-returned',
  'department-approved',
  'department-returned',
  'corrected',
  'withdrawn',
  'payment-confirmed',
  'payment-overdue',
  'fee-waived',
  'supplement-sent',
  'objection-raised',
] as const

/** From the exam office's change feed (architecture: contract with the office). */
export const officeEvents = [
  'returned',
  'accepted',
  'onsite-required',
  'onsite-confirmed',
  'rejected',
  'payment-recorded',
  'refund-decided',
  'training-announced',
  'ticket-issued',
  'site-changed',
  'score-published',
  'result',
  'objection-answered',
  'review-result',
  'public-notice',
  'certified',
  'not-passed',
  'manual-decision',
  'supplement-accepted',
  'supplement-rejected',
  'disqualified',
  'schedule-changed',
] as const

export type OwnEvent = (typeof ownEvents)[number]
export type OfficeEvent = (typeof officeEvents)[number]
export type ApplicationEvent = OwnEvent | OfficeEvent

/** One row of the office's feed. `seq` rises by one; `revision` of a record only rises. */
export interface OfficeChange {
  seq: number
  /** Absent on events of the whole campaign (`schedule-changed`). */
  recordNo?: string
  revision?: number
  /** An unknown type is kept and shown to staff. */
  type: string
  /** Instant. */
  at: string
  reasons: { item: string; code: string; text: string }[]
  data: Record<string, unknown>
}
