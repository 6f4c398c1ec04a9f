import type { GradeRules } from '../pack'
import { gates } from './gates'
import { cancelledPath, certificatePath, transferPath, workYearsPath } from './paths'

const SOURCE = {
  clause: '二(二)4',
  quote:
    '通过工勤技能岗位四级（中级工）考核并在本工种本等级工作满 5 年，或工作年限 18 年（含）以上，可申报工勤技能岗位三级（高级工）考核',
}

/** 三级（高级工）: 二(二)4. */
export const grade3: GradeRules = {
  gates: gates(3, '二(二)1', '遵纪守法，具有良好的职业道德，身体健康，能够认真负责地做好本职工作'),
  conditions: [certificatePath(4, SOURCE), workYearsPath(18, SOURCE), transferPath(3), cancelledPath(4)],
}
