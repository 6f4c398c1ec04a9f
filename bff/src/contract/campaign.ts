import type { Schedule } from '@app/shared-rules'
import type { PhotoSpecification } from './documents'

export interface CampaignOccupation {
  code: string
  name: string
  cancelled?: boolean
  /** Codes of the occupations that took its place. */
  successors?: string[]
}

/** One county, district or the city itself: who reviews, and how the fee can be paid. */
export interface District {
  code: string
  name: string
  office: string
  onlinePayment: boolean
  contactName?: string
  contactPhone?: string
}

export type CampaignPayment =
  { state: 'open'; deadline: string } | { state: 'closed'; reason: 'fee-not-set' | 'deadline-not-set' }

/** GET /api/v1/campaigns/current, public, ETag. The last copy stays on the phone. */
export interface Campaign {
  /** Campaign id = pack id. */
  id: string
  pack: string
  year: number
  /**
   * `loaded`: the office's data is laid over the pack. `not-loaded`: the office was never reached; the pack alone holds, and an occupation may be
   * typed, which then is 需确认.
   */
  reference: 'loaded' | 'not-loaded'
  /** Version (the office's ETag) of the reference data. */
  referenceVersion?: string
  /** Instant of the last time that the office confirmed it. */
  referenceAsOf?: string
  schedule: Schedule
  occupations: CampaignOccupation[]
  districts: District[]
  /** Reading id → option that the office has fixed. */
  pins: Record<string, string>
  payment: CampaignPayment
  /** Absent: the office has set none, and no photo is asked for. */
  photo?: PhotoSpecification
}
