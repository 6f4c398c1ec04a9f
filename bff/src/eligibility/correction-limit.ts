import { type Day, deadline, formatDay, LIMIT_WORK_DAYS, type Pack, parseDay, workDaysBetween } from '@app/shared-rules'
import type { CorrectionLimit } from '../contract'
import { beijingDay } from '../platform/time/clock'
import { endOfDay } from './deadlines'

/** Working days that one has after a return; undefined: nobody has set it. */
export type LimitRule = { workDays: number } | undefined

/**
 * Until when a return may be corrected: N working days after the day of the return, at the latest the close of the review window.
 * Where the number of days is not set, or the holidays of the year are not known, only the window's close is said.
 * @param returnedAt instant
 */
export function correctionLimit(pack: Pack, returnedAt: Date, rule: LimitRule, now: Date): CorrectionLimit {
  const windowClose = pack.schedule.reviewClosesOn
  if (!rule) return unknownLimit('not-set', windowClose, now)
  const limit = deadline(dayOf(beijingDay(returnedAt)), rule.workDays, dayOf(windowClose))
  if (!limit.ok) return unknownLimit('calendar-unknown', windowClose, now)
  const left = workDaysBetween(dayOf(beijingDay(now)), limit.effective)
  if (!left.ok) return unknownLimit('calendar-unknown', windowClose, now)
  const effective = formatDay(limit.effective)
  const until = endOfDay(effective)
  return {
    state: 'set',
    nominal: formatDay(limit.nominal),
    effective,
    until: until.toISOString(),
    workDaysLeft: left.days,
    passed: now >= until,
  }
}

function unknownLimit(reason: 'not-set' | 'calendar-unknown', windowClose: string, now: Date): CorrectionLimit {
  const until = endOfDay(windowClose)
  return { state: 'unknown', reason, windowClose, until: until.toISOString(), passed: now >= until }
}

/** Days of the pack and of the clock are days that exist. */
export function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new Error(`no day: ${text}`)
  return day
}

export interface DistrictRule {
  kind: 'city-direct' | 'central-provincial' | 'urban-district' | 'county'
  /** Set by the district's office; absent: not set. */
  returnWorkDays?: number
}

/** 三(五)1: the list of a unit's people, likewise. */
export function listRule({ kind, listWorkDays }: Pick<DistrictRule, 'kind'> & { listWorkDays?: number }): LimitRule {
  return returnRule({ kind, ...(listWorkDays !== undefined && { returnWorkDays: listWorkDays }) })
}

/** 三(五)2 sets two working days for units of 市直 and 中央/省驻焦 only; elsewhere the district's office sets them, or nobody has. */
export function returnRule({ kind, returnWorkDays }: DistrictRule): LimitRule {
  if (kind === 'city-direct' || kind === 'central-provincial') return { workDays: LIMIT_WORK_DAYS }
  return returnWorkDays === undefined ? undefined : { workDays: returnWorkDays }
}
