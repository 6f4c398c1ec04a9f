import type { CampaignOccupation } from '../contract/campaign'
import type { PhotoSpecification } from '../contract/documents'

export type DistrictKind = 'city-direct' | 'central-provincial' | 'urban-district' | 'county'

export interface ReferenceDistrict {
  code: string
  name: string
  kind: DistrictKind
  /** Who reviews. */
  office: { name: string; phone?: string; address?: string }
  onlinePayment: boolean
  /** Working days for a correction; absent: no limit is set here. */
  returnWorkDays?: number
  listWorkDays?: number
}

export interface ReferenceDepartment {
  code: string
  name: string
  /** Without contacts nobody can review there. */
  hasContacts: boolean
}

export interface ReferenceUnit {
  code: string
  name: string
  /** Code of its district. */
  district: string
  /** Code of its 主管部门. */
  department?: string
  hasContacts: boolean
}

/** The office's list of a campaign, without the contacts' names and numbers. */
export interface ReferenceData {
  occupations: CampaignOccupation[]
  districts: ReferenceDistrict[]
  departments: ReferenceDepartment[]
  units: ReferenceUnit[]
  /** Cents per grade; a grade without a row has no fee set. */
  fees: { grade: number; cents: number }[]
  /** `YYYY-MM-DD`; absent: not set. */
  paymentDeadline?: string
  /** Days that the office has moved. */
  schedule: Record<string, string>
  /** Reading id → option. */
  pins: Record<string, string>
  /** Absent: not set. */
  photo?: PhotoSpecification
}

export interface ReferenceContact {
  phone: string
  role: 'unit-contact' | 'department-contact'
  placeCode: string
  /** Absent: not given, or none that mail can go to. */
  email?: string
}

export const nothingLoaded: ReferenceData = {
  occupations: [],
  districts: [],
  departments: [],
  units: [],
  fees: [],
  schedule: {},
  pins: {},
}
