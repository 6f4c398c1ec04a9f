import type { Grade, Verdict } from './law'
import type { ApplicationView, Holder, ReturnItem } from './application-view'
import type { ApplicationState } from './applications'

/** Groups of the desk's list: 待我审核 · 被退回 · 工考办审查中 · 待缴费 · 其他. */
export type DeskGroup = 'for-me' | 'returned' | 'with-office' | 'payment' | 'others'

/** GET /api/v1/unit-desk/applications?group=&unit=&name=&cursor=&limit= . Only units of this contact. */
export interface DeskFilter {
  group?: DeskGroup
  unit?: string
  /** Part of the name. */
  name?: string
  cursor?: string
  /** 1-100, 50 if absent. */
  limit?: number
}

export interface DeskRow {
  id: string
  name: string
  unit: string
  grade: Grade
  occupation?: { code: string; name: string }
  state: ApplicationState
  group: DeskGroup
  verdict: Verdict
  lean?: 'eligible' | 'ineligible'
  submittedAt: string
  holder: Holder
  /** Last day for whoever holds it, `YYYY-MM-DD`; absent: none is set. */
  limit?: string
  version: number
}

export interface DeskList {
  items: DeskRow[]
  next?: string
  counts: Record<DeskGroup, number>
  /** Units of this contact, and in which role. */
  units: { code: string; name: string; role: 'unit-contact' | 'department-contact' }[]
  claims: ClaimView[]
}

/** GET /api/v1/unit-desk/applications/{id}: each view is written to the access log. ID number masked but for birth date. */
export interface ReviewView extends ApplicationView {
  /** What this contact may do now. */
  deskActions: ('approve' | 'return')[]
  role: 'unit-contact' | 'department-contact'
  /** Events of the office that this version does not know: kept and shown. */
  unknownEvents: { seq: number; type: string; at: string }[]
}

/** POST /api/v1/unit-desk/applications/{id}/approval, `Idempotency-Key` and `If-Match`. */
export interface ApproveRequest {
  opinion?: string
  /** 二(三)2: the unit attests outstanding work and skill; changes the fact `highSkillAttested` and the verdict. */
  skillAttested?: boolean
}

/** POST /api/v1/unit-desk/applications/{id}/return, `Idempotency-Key` and `If-Match`; at least one item. */
export interface ReturnRequest {
  items: ReturnItem[]
}

/** An account claims an ID number that another account already uses; the unit contact knows the person and decides. */
export interface ClaimView {
  id: string
  /** Draft from which the claim was made. */
  applicationId: string
  name: string
  idNumberMasked: string
  unit: string
  openedAt: string
  state: 'open' | 'granted' | 'refused'
}

/** POST /api/v1/unit-desk/claims/{id}/decision, `Idempotency-Key`. Granted: the claiming account may submit; the other stays a helper. */
export interface ClaimDecision {
  granted: boolean
}
