import type { Grade } from '../facts/facts'
import type { Outcome, Verdict } from '../rules/verdict'

/** Words that every pack shares. */
const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  1: '一级（高级技师）',
  2: '二级（技师）',
  3: '三级（高级工）',
  4: '四级（中级工）',
  5: '五级（初级工）',
}

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  eligible: '符合申报条件',
  ineligible: '不符合',
  confirm: '需工考办确认',
  manual: '转人工审核',
  incomplete: '还需补充信息',
}

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  met: '符合',
  waived: '免除',
  unmet: '不符合',
  confirm: '需确认',
  manual: '转人工',
  unknown: '还没填',
  pending: '待办',
}

export const gradeName = (grade: Grade): string => GRADE_NAMES[grade]
export const verdictWord = (verdict: Verdict): string => VERDICT_WORDS[verdict]
export const outcomeWord = (outcome: Outcome): string => OUTCOME_WORDS[outcome]
