import type { PhoneVerdict } from './eligibility'
import type { Facts, Grade } from './law'

/** Where an application stands. Only the feature `applications` changes it; docs/states.md draws every edge. */
export const applicationStates = [
  'draft',
  'unit-review',
  'unit-returned',
  'department-review',
  'department-returned',
  'office-review',
  'office-returned',
  'onsite-review',
  'awaiting-payment',
  'awaiting-counter-payment',
  'confirmed',
  'training',
  'exam-scheduled',
  'result',
  'comprehensive-review',
  'public-notice',
  'certified',
  'withdrawn',
  'rejected',
  'abandoned',
  'disqualified',
  'not-passed',
] as const
export type ApplicationState = (typeof applicationStates)[number]

/** What the applicant is told about where it is: several states may be one stage. */
export type Stage =
  | 'filling-in'
  | 'with-unit'
  | 'with-department'
  | 'with-office'
  | 'with-you'
  | 'onsite'
  | 'payment'
  | 'confirmed'
  | 'training'
  | 'exam'
  | 'result'
  | 'certified'
  | 'ended'

/** A unit on the office's list (its code), or one that the person typed because it is not listed. */
export type UnitChoice = { code: string } | { typedName: string }

export interface WorkExperience {
  /** `YYYY-MM`. */
  from: string
  /** `YYYY-MM`; absent: until today. */
  to?: string
  employer: string
  /** 岗位（工种）, in the person's own words. */
  post: string
}

/** 承诺: accepted once, with the version of the words that were on the screen. */
export interface Declaration {
  accepted: boolean
  /** Version of the declaration's text that was shown. */
  version: string
  /** Instant (UTC, ISO 8601); set by the server, ignored when sent. */
  acceptedAt?: string
}

/**
 * What the person fills in beside the facts (sex, birth date, education, certificates and occupation are facts). Every part is optional
 * in a draft; `Tasks` says what is still needed before it can be submitted.
 */
export interface ApplicationForm {
  name?: string
  /** 18 characters (GB 11643). In a view it is masked (`4***8`); whole only in `EditableApplication`. */
  idNumber?: string
  /** Mainland mobile number, 11 digits. */
  phone?: string
  unit?: UnitChoice
  workExperience?: WorkExperience[]
  declaration?: Declaration
}

/** Keys of the form that can be edited and returned, as they stand in `ReturnItem.item` (`form.name`, `facts.workStart`). */
export type FormKey = keyof ApplicationForm

/** The person agrees that this account acts for them (helper): recorded with version, time and account. */
export interface HelperConsent {
  /** How the applicant relates to the helper, in words: 同事, 家人. */
  relation: string
  version: string
}

/** POST /api/v1/applications, `Idempotency-Key`. Answer: 201 ApplicationView. Same key again: the same draft. */
export interface CreateDraft {
  /** Campaign id = pack id. */
  campaign: string
  facts?: Facts
  grade?: Grade
  /** 个人信息处理: version of the privacy words that were agreed to. Needed before any person data is stored. */
  consentVersion: string
  /** Absent: the account applies for itself. */
  helper?: HelperConsent
}

/**
 * PATCH /api/v1/applications/{id}, `If-Match: "version"`. Top-level parts of `form` replace the stored ones (null clears one); `facts`
 * replaces all facts. 412 `version-conflict` carries the stored application. After a return only `editable` paths may change.
 */
export interface EditDraft {
  form?: { [K in FormKey]?: ApplicationForm[K] | null }
  facts?: Facts
  grade?: Grade
}

/** POST /api/v1/applications/{id}/submission, `Idempotency-Key` and `If-Match`. */
export interface SubmitRequest {
  phoneVerdict: PhoneVerdict
  /** After 409 `verdict-differs`: the server's verdict that the person saw and goes on with. */
  acknowledgedVerdict?: PhoneVerdict['verdict']
}

/** POST /api/v1/applications/{id}/correction, `Idempotency-Key` and `If-Match`; edits come before it by PATCH. */
export type CorrectRequest = SubmitRequest

/** POST /api/v1/applications/{id}/withdrawal, `Idempotency-Key` and `If-Match`. */
export interface WithdrawRequest {
  reason?: string
}
