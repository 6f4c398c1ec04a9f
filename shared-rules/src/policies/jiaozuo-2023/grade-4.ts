import type { GradeRules } from '../pack'
import { gates } from './gates'
import { cancelledPath, certificatePath, transferPath, workYearsPath } from './paths'

const SOURCE = {
  clause: '二(二)3',
  quote:
    '通过工勤技能岗位五级（初级工）考核并在本工种本等级工作满 5 年，或工作年限 10 年（含）以上，可申报工勤技能岗位四级（中级工）考核',
}

/** 四级（中级工）: 二(二)3. */
export const grade4: GradeRules = {
  gates: gates(4, '二(二)1', '遵纪守法，具有良好的职业道德，身体健康，能够认真负责地做好本职工作'),
  conditions: [certificatePath(5, SOURCE), workYearsPath(10, SOURCE), transferPath(4), cancelledPath(5)],
}
