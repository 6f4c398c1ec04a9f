import { Refusal } from '../contract/refusal'
import { type Change, type Reason } from '../contract/types'
import { type Office } from '../office'
import { type OfficeRecord, type RecordState } from '../storage/rows'
import { type Nudges } from './nudge'

export interface Decision {
  /** A type of the contract, or any other to see what the service does with it. */
  type: string
  reasons?: Reason[]
  data?: Record<string, unknown>
}

const stateAfter: Record<string, RecordState> = {
  returned: 'returned',
  accepted: 'accepted',
  'onsite-required': 'onsite-review',
  'onsite-confirmed': 'accepted',
  rejected: 'rejected',
  disqualified: 'disqualified',
  certified: 'certified',
  'not-passed': 'not-passed',
}

/** The office decides on one record: its state, its history and the feed change together, then the service is nudged. */
export function decide(office: Office, nudges: Nudges, recordNo: string, decision: Decision): Change {
  const change = office.storage.transaction(() => {
    const record = office.records.find(recordNo)
    if (!record) throw new Refusal(404, 'not-found', 'There is no such record.')
    check(record, decision)
    const { type, reasons = [], data = {} } = decision
    const at = office.instant()
    const detail = { reasons, data }
    const { revision } = office.records.step(recordNo, { at, side: 'office', type, detail, state: stateAfter[type] })
    return office.feed.append({ recordNo, revision, type, at, reasons, data })
  })()
  nudges.send()
  return change
}

/** An event of the whole campaign (`schedule-changed`). */
export function announce(office: Office, nudges: Nudges, decision: Decision): Change {
  const { type, reasons = [], data = {} } = decision
  const change = office.feed.append({ type, at: office.instant(), reasons, data })
  nudges.send()
  return change
}

function check(record: OfficeRecord, { type, reasons = [] }: Decision): void {
  if (type === 'returned' && reasons.length === 0) {
    throw new Refusal(400, 'invalid-request', 'A return says what to mend.')
  }
  const ended = record.state === 'withdrawn' || record.state === 'rejected'
  if (ended && type !== 'refund-decided') {
    throw new Refusal(409, 'not-possible-now', 'The record has ended.', { state: record.state })
  }
}
