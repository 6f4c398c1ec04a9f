/** Shapes of docs/api/exam-office.openapi.json, as far as the stand-in reads them. */
export interface Contact {
  name: string
  phone: string
  email?: string
}

interface District {
  code: string
  name: string
  kind: 'city-direct' | 'central-provincial' | 'urban-district' | 'county'
  office: { name: string; phone?: string; address?: string }
  onlinePayment: boolean
  returnWorkDays?: number
  listWorkDays?: number
}

export interface Reference {
  campaign: string
  sample: boolean
  occupations: { code: string; name: string; cancelled?: boolean; successors?: string[] }[]
  districts: District[]
  departments: { code: string; name: string; contacts: Contact[] }[]
  units: { code: string; name: string; district: string; department?: string; contacts: Contact[] }[]
  fees: { grade: number; cents: number }[]
  photo?: { widthPx: number; heightPx: number; maxBytes: number; background?: 'white' | 'blue' | 'red' }
  paymentDeadline?: string
  schedule: Record<string, string>
  pins: Record<string, string>
}

export interface DocumentEntry {
  id: string
  kind: string
  page: number
  mediaType: string
  bytes: number
  sha256: string
}

interface Criterion {
  id: string
  clause: string
  quote: string
  outcome: string
  needed?: string | number
  actual?: string | number
}

export interface Content {
  grade: number
  occupation: string
  person: { idDigest: string; idNumber: string; name: string; phone: string }
  unit: { code?: string; name: string }
  department?: string
  district?: string
  facts: Record<string, unknown>
  verdict: {
    verdict: string
    lean?: string
    criteria: Criterion[]
    openReadings: string[]
    warnings: { text: string }[]
  }
  opinions: { by: string; name: string; contact?: string; note?: string; at: string }[]
  documents: DocumentEntry[]
  promises: { kind: string; at: string }[]
  workExperience: { from: string; to?: string; employer: string; post: string }[]
}

export interface NewApplication {
  campaign: string
  applicationId: string
  submittedAt: string
  content: Content
}

export interface Correction {
  revision: number
  items: string[]
  correctedAt: string
  content: Content
}

export interface Supplement {
  kind: string
  documents: DocumentEntry[]
  sentAt: string
}

export interface UnitList {
  campaign: string
  contact: Contact
  completedAt: string
  entries: { applicationId: string; recordNo?: string; name: string; grade: number; occupation: string }[]
}

export interface Reason {
  item: string
  code: string
  text: string
}

export interface Change {
  seq: number
  recordNo?: string
  revision?: number
  type: string
  at: string
  reasons: Reason[]
  data: Record<string, unknown>
}

/** The types of the contract; the feed may bring others. */
export const changeTypes = [
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
