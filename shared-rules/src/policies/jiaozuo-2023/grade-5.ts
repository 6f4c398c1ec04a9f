import { metIf } from '../../rules/outcome'
import type { Criterion, GradeRules } from '../pack'
import { gates } from './gates'
import { firstGradePath, transferPath } from './paths'

const SOURCE = {
  clause: '二(二)2',
  quote: '2023 年 9 月 30 日前已转正定级，工作年限不足 10 年的，可申报工勤技能岗位五级（初级工）考核',
}

/** 转正定级 by 09-30 (readings `regularised-cutoff`, and `regularised-future` where it is still ahead at the close). */
const regularised: Criterion = {
  id: 'regularised',
  ...SOURCE,
  evaluate(q) {
    const on = q.regularisedOn()
    const { regularisedBy, registrationCloses } = q.dates
    if (on > regularisedBy) return metIf(false)
    if (on === regularisedBy && q.reading('regularised-cutoff') === 'exclusive') return metIf(false)
    return metIf(on <= registrationCloses || q.reading('regularised-future') === 'accepted')
  },
  measure: ({ facts }, dates) => ({ needed: `${dates.year}-09-30`, actual: facts.regularisedOn }),
}

/** 五级（初级工）: 二(二)2. */
export const grade5: GradeRules = {
  gates: gates(5, '二(二)1', '遵纪守法，具有良好的职业道德，身体健康，能够认真负责地做好本职工作'),
  conditions: [regularised, firstGradePath(10, SOURCE), transferPath(5)],
}
