import type { Random } from './random'

/** Invented content; every page says 示例. */
const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈'] as const
const givenNames = ['建国', '秀英', '志强', '桂兰', '文博', '海燕', '立新', '淑珍'] as const
const trades = [
  '仓库保管工',
  '汽车驾驶员',
  '园林绿化工',
  '水暖工',
  '电工',
  '炊事员',
  '图书资料员',
  '计算机操作员',
] as const
const places = ['示例市档案馆', '示例市第一中学', '示例县水利站', '示例市公路事业发展中心', '示例市园林所'] as const
const levels = ['初级工（五级）', '中级工（四级）', '高级工（三级）', '技师（二级）', '高级技师（一级）'] as const
const prose =
  '兹证明该同志系本单位在编在岗工勤人员自参加工作以来遵守纪律服从安排认真履行岗位职责按时完成各项工作任务年度考核均为合格以上等次所提供的材料真实有效如有虚假愿意承担相应责任根据机关事业单位工勤技能岗位考核的有关规定经本单位研究同意其申报本年度技术等级考核并对申报条件进行了审核公示期间未收到异议特此说明示例材料仅供测试使用不作任何证明用途'

export interface Words {
  name: string
  trade: string
  place: string
  level: string
  day: string
  /** Number of a certificate. */
  number: string
  /** Prose of so many characters. */
  prose(length: number): string
}

export function wordsOf(random: Random): Words {
  const digits = (count: number) => Array.from({ length: count }, () => random.integer(0, 9)).join('')
  return {
    name: random.pick(surnames) + random.pick(givenNames),
    trade: random.pick(trades),
    place: random.pick(places),
    level: random.pick(levels),
    day: `${random.integer(1998, 2023)}年${random.integer(1, 12)}月${random.integer(1, 28)}日`,
    number: digits(14),
    prose: (length) => {
      const from = random.integer(0, prose.length - 1)
      return prose.repeat(Math.ceil((length + from) / prose.length)).slice(from, from + length)
    },
  }
}
