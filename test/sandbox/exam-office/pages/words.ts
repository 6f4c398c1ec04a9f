/** Words of the office's page. What has no word here is shown by its code. */
type Words = Readonly<Record<string, string>>

export const word = (words: Words, code: string): string => words[code] ?? code

export const stateWords: Words = {
  received: '待审查',
  returned: '已退回，等修改',
  'onsite-review': '待现场审查',
  accepted: '审查通过',
  rejected: '不予通过',
  withdrawn: '本人撤回',
  disqualified: '取消资格',
  certified: '已发证',
  'not-passed': '考核未通过',
}

/** Class of the tag, so that no state is told by colour alone. */
export const stateTags: Words = {
  received: 'info',
  returned: 'ask',
  'onsite-review': 'ask',
  accepted: 'ok',
  rejected: 'no',
  disqualified: 'no',
  certified: 'ok',
}

export const verdictWords: Words = {
  eligible: '✓ 符合',
  ineligible: '✕ 不符合',
  confirm: '? 需确认',
  manual: '→ 转人工',
  incomplete: '… 未填全',
}

export const verdictTags: Words = { eligible: 'ok', ineligible: 'no', confirm: 'ask', manual: 'info' }

export const outcomeWords: Words = {
  met: '✓ 符合',
  unmet: '✕ 不符合',
  waived: '✓ 免除',
  confirm: '? 需确认',
  manual: '→ 转人工',
  unknown: '… 未填',
  pending: '○ 待办',
}

export const outcomeTags: Words = { met: 'ok', waived: 'ok', unmet: 'no', confirm: 'ask', manual: 'info' }

export const gradeWords: Words = {
  1: '一级（高级技师）',
  2: '二级（技师）',
  3: '三级（高级工）',
  4: '四级（中级工）',
  5: '五级（初级工）',
}

export const stepWords: Words = {
  application: '收到申报',
  correction: '收到修改',
  supplement: '收到补交材料',
  payment: '收到缴费',
  refund: '收到退费',
  objection: '收到异议',
  returned: '退回',
  accepted: '审查通过',
  'onsite-required': '要求现场审查',
  'onsite-confirmed': '现场审查确认',
  rejected: '不予通过',
  'payment-recorded': '登记缴费',
  'refund-decided': '退费决定',
  'training-announced': '培训通知',
  'ticket-issued': '发放准考证',
  'site-changed': '考点变更',
  'score-published': '公布成绩',
  result: '考核结果',
  'objection-answered': '答复异议',
  'review-result': '评审结果',
  'public-notice': '公示',
  certified: '发证',
  'not-passed': '考核未通过',
  'manual-decision': '人工审定',
  'supplement-accepted': '补交材料通过',
  'supplement-rejected': '补交材料不通过',
  disqualified: '取消资格（材料虚假）',
  'schedule-changed': '日程变更',
  withdrawn: '本人撤回',
}

export const factWords: Words = {
  sex: '性别',
  birthDate: '出生日期',
  retirementLine: '退休年龄线',
  retired: '已办退休',
  staffType: '用工性质',
  onPost: '在岗情况',
  organisation: '单位性质',
  workStart: '参加工作时间',
  regularisedOn: '转正定级时间',
  occupation: '现从事工种',
  targetOccupation: '申报工种',
  certificates: '等级证书',
  appointedGrade2: '已聘任至二级岗位',
  education: '文化程度',
  assessments: '年度考核',
  honours: '表彰、竞赛、专利',
  highSkillAttested: '单位证明技艺',
  unitConsent: '单位同意',
  falsificationFoundOn: '发现虚假材料',
  frontline: '防疫一线',
  unsure: '本人说不清楚的',
}

export const formWords: Words = {
  'form.name': '姓名',
  'form.idNumber': '身份证号',
  'form.phone': '手机号',
  'form.unit': '工作单位',
  'form.workExperience': '工作经历',
  'form.declaration': '承诺',
}

export const paperWords: Words = {
  'id-card': '身份证',
  photo: '照片',
  'education-certificate': '学历证书',
  'grade-certificate': '等级证书',
  'regularisation-evidence': '转正定级材料',
  'work-years-evidence': '工龄证明材料',
  'appointment-evidence': '聘任材料',
  'yearly-assessment': '年度考核表',
  undertaking: '承诺书',
  commendation: '表彰证书',
  'may-day-medal': '五一劳动奖章',
  'technical-expert': '技术能手证书',
  competition: '竞赛获奖证书',
  patent: '专利证书',
  'unique-skill': '绝招绝技材料',
  'model-worker': '劳动模范证书',
  innovation: '技术革新成果证书',
  'frontline-evidence': '防疫一线材料',
}

export const reasonWords: Words = {
  unreadable: '看不清',
  'wrong-paper': '不是所要的材料',
  'missing-page': '缺页',
  'differs-from-file': '与档案不一致',
  incomplete: '填写不全',
  'seal-missing': '缺公章或签字',
  other: '其他',
}

/** Not to be picked: said of a paper that is in order. */
export const inOrder = 'in-order'

export const kindWords: Words = {
  'city-direct': '市直',
  'central-provincial': '中央和省驻焦',
  'urban-district': '城区',
  county: '县（市）',
}
