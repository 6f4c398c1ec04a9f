import type { ApplicationForm, ApplicationState, Stage } from './applications'
import type { PhoneVerdict, StoredVerdict } from './eligibility'
import type { ApplicationEvent } from './events'
import type { Facts, Grade, PaperItem } from './law'

export type TaskId = 'basics' | 'experience' | 'certificates' | 'papers' | 'declaration'
export type TaskState = 'not-started' | 'in-progress' | 'done'

/** 基本信息 · 工作经历 · 证书 · 材料 · 承诺. */
export interface Task {
  id: TaskId
  state: TaskState
  /** Paths still needed (`form.name`, `facts.workStart`). */
  missing: string[]
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
  /** `none`: nothing to send; `waiting`: sending, the office has not confirmed yet; `refused`: it did not take it, people look into it. */
  state: 'none' | 'waiting' | 'refused' | 'delivered'
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
  /** `papers.ID`, the id of the paper in the checklist (`papers.yearly-assessment:2022`). */
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

/** GET /api/v1/applications */
export type ApplicationPage = Page<ApplicationSummary>
