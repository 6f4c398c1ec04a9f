import { deadline, formatDay, type Pack } from '@app/shared-rules'
import { dayOf, type LimitRule } from './correction-limit'
import { endOfDay } from './deadlines'

/**
 * Until when a unit's list (报送名单) has to be there: N working days after the last day of registration (三(五)). Undefined: N is not set, or the
 * holidays of the year are not known.
 */
export function listLimit({ schedule }: Pack, rule: LimitRule): Date | undefined {
  if (!rule) return undefined
  const limit = deadline(dayOf(schedule.registrationClosesOn), rule.workDays, dayOf(schedule.reviewClosesOn))
  return limit.ok ? endOfDay(formatDay(limit.effective)) : undefined
}
