import { addMonths, addYears, type Day, monthOf, yearOf } from './local-date'
import type { RetirementLine, Sex } from '../facts/facts'

/**
 * The day of reaching the retirement age. Before 2025: men 60, women 50 (worker line) or 55 (cadre line). From 2025-01-01
 * the age rises step by step: 全国人大常委会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13).
 * Delay in months = min(cap, floor((birth month - start month) / step) + 1); none for those born before the start month.
 */
interface Rule {
  age: number
  startYear: number
  step: number
  cap: number
}

const MEN: Rule = { age: 60, startYear: 1965, step: 4, cap: 36 }
const WOMEN_CADRE: Rule = { age: 55, startYear: 1970, step: 4, cap: 36 }
const WOMEN_WORKER: Rule = { age: 50, startYear: 1975, step: 2, cap: 60 }

function ruleFor(sex: Sex, line: RetirementLine): Rule {
  if (sex === 'male') return MEN
  return line === 'worker' ? WOMEN_WORKER : WOMEN_CADRE
}

/** `line` is read for women only. */
export function retirementDay(birth: Day, sex: Sex, line: RetirementLine): Day {
  const rule = ruleFor(sex, line)
  const oldAge = addYears(birth, rule.age)
  const months = (yearOf(birth) - rule.startYear) * 12 + monthOf(birth) - 1
  if (months < 0) return oldAge
  return addMonths(oldAge, Math.min(rule.cap, Math.floor(months / rule.step) + 1))
}
