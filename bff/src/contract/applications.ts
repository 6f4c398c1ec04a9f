import type { Facts, Grade, PaperItem } from '@app/shared-rules'
import type { ApplicationEvent } from './events'
import type { PhoneVerdict, StoredVerdict } from './eligibility'

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
  /** 18 characters (GB 11643). In a view it is masked (`4199**********1234`); whole only in `EditableApplication`. */
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

export type TaskId = 'basics' | 'experience' | 'certificates' | 'papers' | 'declaration'
export type TaskState = 'not-started' | 'in-progress' | 'done'

/** 基本信息 · 工作经历 · 证书 · 材料 · 承诺. */
export interface Task {
  id: TaskId
  state: TaskState
  /** Paths still needed (`form.name`, `facts.workStart`). */
  missing: string[]
  /** false: may stay open at submission. */
  blocksSubmit: boolean
}

export type HolderKind = 'you' | 'unit' | 'department' | 'office' | 'nobody'
/** 现在在：… since when. */
export interface Holder {
  kind: HolderKind
  /** Name of the unit or office, where it is known: 市工考办. */
  name?: string
  /** Instant. */
  since: string
}

/** Whether what was last decided here has reached the exam office's records. */
export interface RelayStatus {
  /** `none`: nothing to send; `waiting`: sending, the office has not confirmed yet. */
  state: 'none' | 'waiting' | 'delivered'
  /** Instant since when it waits, or was delivered. */
  since?: string
  attempts: number
}

/** One thing to mend. `item`: a path (`form.name`, `facts.workStart`, `facts.certificates[0].issuedOn`) or `papers.KIND`. */
export interface ReturnItem {
  item: string
  /** Reason code of who returned it: `unreadable`, `differs-from-file` … */
  code: string
  words: string
}

export interface KnownLimit {
  state: 'set'
  /** Last day by the count of working days, `YYYY-MM-DD`. */
  nominal: string
  /** Last day that counts: the nominal one, or the close of the review window before it. */
  effective: string
  /** Instant at which it is over: 24:00 Beijing of the effective day. */
  until: string
  /** Whole working days left after today, 0 on the last day. */
  workDaysLeft: number
  passed: boolean
}
/** Until when a return may be corrected. Unknown is said plainly, never guessed; the window's close holds all the same. */
export type CorrectionLimit =
  | KnownLimit
  | {
      state: 'unknown'
      reason: 'calendar-unknown' | 'not-set'
      /** The close of the review window, `YYYY-MM-DD`, and its instant: no correction after it in any case. */
      windowClose: string
      until: string
      passed: boolean
    }

export interface ReturnView {
  by: 'unit' | 'department' | 'office'
  byName?: string
  at: string
  items: ReturnItem[]
  limit: CorrectionLimit
}

/** 容缺后补: what was promised and must follow before the exam. */
export interface Supplement {
  /** `papers.KIND`. */
  item: string
  state: 'open' | 'sent' | 'accepted' | 'rejected'
  promisedAt: string
}

export type ActorKind = 'applicant' | 'helper' | 'unit-contact' | 'department-contact' | 'office' | 'system'

/** One row of 经过, newest first. */
export interface TimelineRow {
  id: string
  at: string
  event: ApplicationEvent
  from?: ApplicationState
  to: ApplicationState
  stage: Stage
  actor: ActorKind
  /** Who, in words that may be shown: name of the unit or office; absent for the applicant. */
  who?: string
  /** Reasons of a return, rejection or decision. */
  items: ReturnItem[]
  /** Further facts of the event (opinion, place, date …), as strings. */
  facts: Record<string, string>
}

/** Whether a fee can be paid now. Payment itself comes with the feature `payments`. */
export interface PaymentView {
  state: 'not-due' | 'closed' | 'online' | 'counter' | 'free'
  /** With `closed`: what the office has not set yet. */
  reason?: 'fee-not-set' | 'deadline-not-set'
  /** Cents (CNY). */
  feeCents?: number
  /** `YYYY-MM-DD`. */
  deadline?: string
}

export interface ApplicationSummary {
  id: string
  campaign: string
  state: ApplicationState
  stage: Stage
  version: number
  /** Name of the applicant (own person or the one helped). */
  name?: string
  helped: boolean
  grade?: Grade
  occupation?: { code: string; name: string }
  holder: Holder
  /** Office's record number once it has one. */
  recordNo?: string
  returned?: { by: ReturnView['by']; count: number; limit: CorrectionLimit }
  updatedAt: string
}

export interface ApplicationView extends ApplicationSummary {
  form: ApplicationForm
  facts: Facts
  unit?: { code?: string; name: string; listed: boolean }
  /** Computed from the stored facts now while a draft; as stored at submission afterwards. */
  verdict?: StoredVerdict
  /** Set where the person submitted although phone and server differed. */
  phoneVerdictDiffers?: { phone: PhoneVerdict['verdict']; server: PhoneVerdict['verdict'] }
  /** The ID number's birth date is not the personnel file's: shown to person and unit, never refused. */
  birthDateDiffers?: { idNumber: string; file: string }
  tasks: Task[]
  checklist: PaperItem[]
  relay: RelayStatus
  returnedFor?: ReturnView
  /** Paths that may be changed now: `*` in a draft, the returned items after a return, else none. */
  editable: string[]
  /** What the person may do now. */
  actions: ('edit' | 'submit' | 'correct' | 'withdraw')[]
  supplements: Supplement[]
  payment: PaymentView
  /** An open or decided claim to this ID number. */
  claim?: { state: 'open' | 'granted' | 'refused' }
  timeline: TimelineRow[]
}

/** GET /api/v1/applications/{id}/edit: as ApplicationView, but `form.idNumber` and `form.phone` whole. Own account only. */
export type EditableApplication = ApplicationView

export interface Page<T> {
  items: T[]
  /** Cursor of the next page; absent on the last. */
  next?: string
}
