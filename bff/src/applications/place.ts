import type { LimitRule } from '../eligibility/correction-limit'
import type { EdgeContext } from './table/edge'

/** Everything about an application that depends on its unit, by the office's list as it is known now. */
export interface Place {
  /** `listed: false`: the person typed the name, and the list does not have it (yet). */
  unit: { code?: string; name: string; listed: boolean } | undefined
  department: { code: string; name: string; hasContacts: boolean } | undefined
  /** Code of the district. */
  district: string | undefined
  /** Who reviews: 市工考办 for the city, a county's own office. */
  officeName: string
  /** Phone and address of its counter, where the list has them. */
  counter?: { phone?: string; address?: string }
  limit: LimitRule
  /** Working days for the unit's list. */
  listLimit?: LimitRule
  onlinePayment: boolean
}

/** What payment asks of this grade; undefined where the office has not set it. */
export interface FeeSetting {
  feeCents: number | undefined
  /** Last day, `YYYY-MM-DD`. */
  deadline: string | undefined
}

export function edgeContext(place: Place, fee: FeeSetting, grade: EdgeContext['grade'] | null): EdgeContext {
  return {
    departmentReviews: place.department?.hasContacts === true,
    payment: fee.feeCents === 0 ? 'free' : place.onlinePayment ? 'online' : 'counter',
    grade: grade ?? 5,
  }
}

/** What decides where an event leads, and what the office is told of the unit. */
export interface Standing {
  context: EdgeContext
  place: Place
}
