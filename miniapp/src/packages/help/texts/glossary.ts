/** Words that the person meets on paper, in plain ones. */
export interface Term {
  term: string
  words: string
  clause?: string
}

export const glossary: readonly Term[] = [
  {
    term: '工勤技能岗位',
    words: '机关、事业单位里干技术活和后勤活的岗位，如驾驶、保管、维修、炊事。',
    clause: '一(一)',
  },
  { term: '等级', words: '五级（初级工）最低，往上是四级（中级工）、三级（高级工）、二级（技师）、一级（高级技师）。' },
  { term: '工种', words: '您干的是哪一行，以证书和目录上的名称为准，如“汽车驾驶员”。' },
  { term: '转正定级', words: '试用或见习期满，单位办了转正、定了等级。日期以人事档案为准。', clause: '二(二)2' },
  { term: '参加工作时间', words: '人事档案里记的那个时间，工作年限从它算起。' },
  { term: '工作年限', words: '从参加工作到 2023年12月31日 有多少年。', clause: '二(八)' },
  { term: '聘任至二级岗位', words: '单位已经聘您在二级（技师）岗位上，不只是拿了证书。', clause: '二(四)2' },
  { term: '年度考核', words: '单位每年给您定的等次：优秀、合格、基本合格、不合格。', clause: '二(四)4' },
  { term: '备案', words: '考核结果报组织人事部门登记在案。' },
  { term: '容缺后补', words: '2022 年考核还没备案，先写承诺，考试前补交。', clause: '三(三)' },
  { term: '破格', words: '有规定的荣誉或成绩，不按一般条件申请，由人来审。', clause: '二(六)' },
  { term: '单位审核', words: '您单位的人事部门对着档案，逐项看您填的和传的。', clause: '三(三)' },
  { term: '主管部门', words: '管您单位的上级部门。有主管部门的，单位审完还要它审。', clause: '三(三)' },
  {
    term: '工考办',
    words: '工考管理机构，管报名、审查和考试。县（市）有自己的；城区、市直和中央、省驻焦单位找市工考办。',
    clause: '三(四)',
  },
  { term: '现场审查确认', words: '网上审过后，有的人还要由单位把材料原件送去看。', clause: '三(一)' },
  { term: '名册表', words: '单位审查通过人员的名单，签字盖章后交工考办。', clause: '三(五)3' },
]
