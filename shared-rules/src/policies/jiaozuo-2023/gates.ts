import { addYears, formatDay, yearOf } from '../../calendar/local-date'
import { retirementDay } from '../../calendar/retirement'
import type { Grade } from '../../facts/facts'
import type { Inquiry } from '../../rules/inquiry'
import { type Leaf, MET, metIf, PENDING, UNMET } from '../../rules/outcome'
import type { Criterion } from '../pack'
import { inTarget } from './certificates'

/** 一(一): 在岗正式工作人员和聘用工作人员. */
const post: Criterion = {
  id: 'scope.post',
  clause: '一(一)',
  quote: '机关、事业单位工勤技能岗位在岗正式工作人员和聘用工作人员',
  evaluate(q) {
    const staff = q.staffType()
    const onPost = q.onPost()
    if (staff === 'dispatched' && q.reading('staff-dispatched') === 'out') return UNMET
    if (staff === 'agency' && q.reading('staff-agency') === 'out') return UNMET
    return metIf(onPost === 'on-post' || q.reading('on-post') === 'on-post')
  },
  measure: ({ facts }) => ({ actual: facts.staffType }),
}

/** The day of issue is any of a span of days, or the one that the office has pinned. */
function beforeIssue(q: Inquiry, reached: number): Leaf {
  const { issuedFirst, issuedLast } = q.dates
  if (reached < issuedFirst) return UNMET
  if (reached > issuedLast) return MET
  if (issuedFirst === issuedLast) return metIf(q.reading('retirement-on-issue-day') === 'not-reached')
  return { outcome: 'confirm', lean: 'unmet', readings: ['notice-issued-on'] }
}

/** 一(二): not retired, and the age not reached before the notice was issued. */
const retirement: Criterion = {
  id: 'scope.retirement',
  clause: '一(二)',
  quote: '本通知下发前已办理退休手续和已达到退休年龄的人员不再列入考核范围',
  evaluate(q) {
    const retired = q.retired()
    const sex = q.sex()
    const birth = q.birthDate()
    const line = sex === 'female' ? q.retirementLine() : 'worker'
    return retired ? UNMET : beforeIssue(q, retirementDay(birth, sex, line))
  },
  measure({ facts, birth }, dates) {
    const line = facts.sex === 'female' ? facts.retirementLine : 'worker'
    if (facts.sex === undefined || line === undefined || birth === undefined) return {}
    return { needed: `>${formatDay(dates.issuedLast)}`, actual: formatDay(retirementDay(birth.first, facts.sex, line)) }
  },
}

/** 一(二): the occupation applied for stands in the directory and is not cancelled. */
const occupation: Criterion = {
  id: 'scope.occupation',
  clause: '一(二)',
  quote: '所列67个工种全部开展一至五级工勤技能岗位等级考核',
  evaluate(q) {
    const target = q.occupationOf(q.target())
    return metIf(target !== undefined && target.cancelled !== true)
  },
}

/** 二(一), 三(三): own application, the unit's approval, and the 主管部门's where there is one. */
const consent: Criterion = {
  id: 'consent',
  clause: '二(一)',
  quote: '必须由本人申请，经所在单位批准',
  evaluate({ person }) {
    if (person.facts.unitConsent === undefined) return PENDING
    return metIf(person.facts.unitConsent)
  },
}

/** 三(四): false papers cancel the year's application and bar the next two years (reading `ban-window`). */
const ban: Criterion = {
  id: 'ban',
  clause: '三(四)',
  quote: '申报人员填报虚假信息材料的，取消当年申报资格，两年内禁止再次申报',
  evaluate(q) {
    const found = q.falsificationFoundOn()
    if (found === undefined) return MET
    const byYears = q.dates.year <= yearOf(found) + 2
    const toTheDay = q.dates.registrationCloses <= addYears(found, 2)
    if (byYears === toTheDay) return metIf(!byYears)
    return metIf(q.reading('ban-window') === 'exam-years' ? !byYears : !toTheDay)
  },
  measure: ({ facts }) => ({ actual: facts.falsificationFoundOn }),
}

const conduct = (clause: string, quote: string): Criterion => ({
  id: 'conduct',
  clause,
  quote,
  evaluate: () => PENDING,
})

/** Not said in words: implied by 升级 in 二(五). */
const held = (grade: Grade): Criterion => ({
  id: 'held',
  clause: '二(五)',
  quote: '',
  implied: true,
  evaluate(q) {
    const better = q.held().filter((c) => c.grade <= grade)
    return metIf(better.length === 0 || inTarget(better, q.target()).length === 0)
  },
})

/** The rows that every grade has; those with the same words are shared by all grades. */
export function gates(grade: Grade, conductClause: string, conductQuote: string): readonly Criterion[] {
  return [post, retirement, occupation, held(grade), consent, ban, conduct(conductClause, conductQuote)]
}
