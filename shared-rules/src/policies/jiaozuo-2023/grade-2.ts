import { addYears } from '../../calendar/local-date'
import type { Inquiry } from '../../rules/inquiry'
import { type Leaf, MET, metIf, PENDING, UNMET } from '../../rules/outcome'
import type { Criterion, GradeRules } from '../pack'
import { reachesFloor } from './education'
import { gates } from './gates'
import { cancelledPath, certificatePath, transferPath } from './paths'

/** 二(三)2: attested by the unit; until then a step still to be done. */
const skill: Criterion = {
  id: 'skill',
  clause: '二(三)2',
  quote: '工作表现和业绩突出，刻苦钻研技术，具有独特技艺、技能特长和传授技艺能力，能解决本工种重大的技术操作问题',
  evaluate({ person }) {
    if (person.facts.highSkillAttested === undefined) return PENDING
    return metIf(person.facts.highSkillAttested)
  },
}

/** 男50周岁以上、女45周岁以上, at the close of registration or at the year's end (reading `relaxed-age-date`). */
function relaxed(q: Inquiry): Leaf {
  const attested = q.highSkillAttested()
  const sex = q.sex()
  const of = addYears(q.birthDate(), sex === 'male' ? 50 : 45)
  if (!attested || of > q.dates.countedTo) return UNMET
  if (of <= q.dates.registrationCloses) return MET
  return metIf(q.reading('relaxed-age-date') === 'year-end')
}

/** 二(三)4: 技校/高中 and above, relaxed to 初中 for people of high skill and age. */
const education: Criterion = {
  id: 'education',
  clause: '二(三)4',
  quote:
    '具有技工学校（职专）或高中（含职高）以上文化程度。对有较高技艺、年龄较大（男50周岁以上、女45周岁以上）的人员可放宽到初中文化程度',
  evaluate(q) {
    const own = q.education()
    if (reachesFloor(own)) return MET
    return own === 'junior-high' ? relaxed(q) : UNMET
  },
  measure: ({ facts }) => ({ needed: 'senior-high', actual: facts.education }),
}

/** 二级（技师）: 二(三). There is no work-years path. */
export const grade2: GradeRules = {
  gates: gates(2, '二(三)1', '遵纪守法，具有良好的职业道德，身体健康，能够认真负责地做好本职工作'),
  conditions: [
    skill,
    certificatePath(3, { clause: '二(三)3', quote: '通过工勤技能岗位三级考核并在本工种本等级工作满5年' }),
    transferPath(2),
    cancelledPath(3),
    education,
  ],
}
