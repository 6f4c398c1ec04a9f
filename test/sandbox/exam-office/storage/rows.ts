import { type Change, type Content } from '../contract/types'

/** `received` is before the office; the others say what the office last decided, or that the person withdrew. */
export type RecordState =
  | 'received'
  | 'returned'
  | 'onsite-review'
  | 'accepted'
  | 'rejected'
  | 'withdrawn'
  | 'disqualified'
  | 'certified'
  | 'not-passed'

export interface OfficeRecord {
  recordNo: string
  applicationId: string
  campaign: string
  state: RecordState
  revision: number
  content: Content
  submittedAt: string
  updatedAt: string
}

export interface Entry {
  at: string
  revision: number
  side: 'service' | 'office'
  type: string
  detail: Record<string, unknown>
}

export interface StoredDocument {
  id: string
  mediaType: string
  sha256: string
  content: Buffer
}

export interface RecordRow {
  record_no: string
  application_id: string
  campaign: string
  state: RecordState
  revision: number
  content: string
  submitted_at: string
  updated_at: string
}

export interface ChangeRow {
  seq: number
  record_no: string | null
  revision: number | null
  type: string
  at: string
  reasons: string
  data: string
}

export function recordOf(row: RecordRow): OfficeRecord {
  return {
    recordNo: row.record_no,
    applicationId: row.application_id,
    campaign: row.campaign,
    state: row.state,
    revision: row.revision,
    content: JSON.parse(row.content),
    submittedAt: row.submitted_at,
    updatedAt: row.updated_at,
  }
}

export function changeOf(row: ChangeRow): Change {
  return {
    seq: row.seq,
    ...(row.record_no !== null && { recordNo: row.record_no }),
    ...(row.revision !== null && { revision: row.revision }),
    type: row.type,
    at: row.at,
    reasons: JSON.parse(row.reasons),
    data: JSON.parse(row.data),
  }
}
