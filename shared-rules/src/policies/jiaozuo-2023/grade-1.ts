import type { Inquiry } from '../../rules/inquiry'
import type { CertificateRecord } from '../../rules/person'
import { MET, metIf, PENDING } from '../../rules/outcome'
import type { Criterion, GradeRules } from '../pack'
import { elsewhere, fewOpen, fiveYearsForGrade1, inTarget } from './certificates'
import { reachesFloor } from './education'
import { exempted } from './exemptions'
import { gates } from './gates'
import { measureCertificate, measureWorkYears, workYearsReach } from './paths'

const WORK_YEARS = 25

/** Held in another occupation, at this grade exactly. */
function elsewhereOf(q: Inquiry, grade: 1 | 2) {
  const ofGrade = q.held().filter((c) => c.grade === grade)
  return ofGrade.length === 0 ? [] : elsewhere(ofGrade, q.target())
}

const workYears: Criterion = {
  id: 'work-years-25',
  clause: '二(四)2',
  quote: '工作年限25年以上',
  evaluate(q) {
    if (elsewhereOf(q, 1).length > 0 && q.reading('transfer-grade-1') === 'reaches-grade-1') return MET
    return metIf(workYearsReach(q, WORK_YEARS))
  },
  measure: measureWorkYears(WORK_YEARS),
}

const oldEnough = (q: Inquiry, certificates: readonly CertificateRecord[]): boolean =>
  fewOpen(certificates).some((c) => fiveYearsForGrade1(q, c))

/** 二(四)2 names no occupation: whose certificate counts is reading `transfer-grade-1`. */
const certificate: Criterion = {
  id: 'grade-2-certificate',
  clause: '二(四)2',
  quote: '取得机关事业单位二级工勤技能岗位等级资格证书满5年',
  evaluate(q) {
    const grade2 = q.held().filter((c) => c.grade === 2)
    const grade1Elsewhere = elsewhereOf(q, 1).length > 0
    const own = grade2.length === 0 ? [] : inTarget(grade2, q.target())
    if (own.length === grade2.length && !grade1Elsewhere) return metIf(oldEnough(q, own))
    switch (q.reading('transfer-grade-1')) {
      case 'reaches-grade-1':
        return metIf(grade1Elsewhere || (own.length > 0 && oldEnough(q, grade2)))
      case 'target-only':
        return metIf(oldEnough(q, own))
      default:
        return metIf(oldEnough(q, grade2))
    }
  },
  measure: (person, dates) => measureCertificate(person, dates, 2),
}

/** 机关 staff have no 聘任: reading `body-appointment`. */
const appointed: Criterion = {
  id: 'appointed',
  clause: '二(四)2',
  quote: '且已聘任至二级工勤技能岗位',
  evaluate(q) {
    if (q.appointedGrade2()) return MET
    if (q.organisation() === 'public-institution') return metIf(false)
    return metIf(q.reading('body-appointment') === 'grade-held-suffices')
  },
}

const education: Criterion = {
  id: 'education',
  clause: '二(四)3',
  quote: '具有技工学校（职业中专）或高中（含职业高中）以上文化程度',
  evaluate: (q) => (reachesFloor(q.education()) ? MET : exempted(q)),
  measure: ({ facts }) => ({ needed: 'senior-high', actual: facts.education }),
}

const FAILED = ['basically-qualified', 'unqualified']

/** All five years 合格 or better, and two good ones (readings `ungraded-year`, `excellent-years`). */
function assessmentsReach(q: Inquiry): boolean {
  const given = q.person.assessments.filter((a) => q.dates.assessmentYears.includes(a.year))
  // A failed year decides at once, whatever the others are.
  if (given.some((a) => FAILED.includes(a.result) && (a.filed !== false || a.year === q.dates.promisedYear)))
    return false
  const years = q.dates.assessmentYears.map((year) => q.assessment(year))
  if (years.some((a) => FAILED.includes(a.result))) return false
  if (years.some((a) => a.result === 'ungraded') && q.reading('ungraded-year') === 'fails') return false
  const graded = years.filter((a) => a.result !== 'ungraded')
  const excellent = graded.filter((a) => a.result === 'excellent').length
  const award = graded.filter((a) => a.outstandingPartyMember === true).length
  const either = graded.filter((a) => a.result === 'excellent' || a.outstandingPartyMember === true).length
  if (excellent >= 2) return true
  if (award === 0) return false
  switch (q.reading('excellent-years')) {
    case 'one-party-award':
      return true
    case 'same-kind':
      return award >= 2
    default:
      return either >= 2
  }
}

const assessments: Criterion = {
  id: 'assessments',
  clause: '二(四)4',
  quote: '近5年年度考核均为合格以上，且有2年以上年度考核结果为优秀等次或被评定为年度优秀共产党员',
  evaluate: (q) => (assessmentsReach(q) ? MET : exempted(q)),
  measure: (person, dates) => ({
    needed: 2,
    actual: person.assessments.filter(
      (a) => dates.assessmentYears.includes(a.year) && (a.result === 'excellent' || a.outstandingPartyMember === true),
    ).length,
  }),
}

const mastery: Criterion = {
  id: 'mastery',
  clause: '二(四)5',
  quote:
    '系统掌握本工种的基础理论知识和操作技能，能够解决本工种高难度技术操作问题，具有培训指导本工种高级工和技师的水平',
  evaluate: () => PENDING,
}

const recommendation: Criterion = {
  id: 'recommendation',
  clause: '二(四)',
  quote: '申报单位应根据岗位需求和聘用条件组织高级技师的申报、推荐工作',
  evaluate: () => PENDING,
}

/** 一级（高级技师）: 二(四). */
export const grade1: GradeRules = {
  gates: gates(1, '二(四)1', '遵纪守法，爱岗敬业，有良好的职业道德；身体健康，能够全面履行岗位职责'),
  conditions: [workYears, certificate, appointed, education, assessments, mastery, recommendation],
}
