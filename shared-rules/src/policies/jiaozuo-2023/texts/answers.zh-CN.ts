import type { PackTexts } from '../../pack-texts'

export const criteria: PackTexts['criteria'] = {
  'scope.post': { label: '在岗的正式或聘用人员', needed: '在岗，正式在编或聘用合同' },
  'scope.retirement': { label: '未退休、未到退休年龄', needed: '通知下发前未达到退休年龄' },
  'scope.occupation': { label: '申报工种在目录内', needed: '在工种目录内，且未被取消' },
  held: { label: '还没有这个等级的证书', needed: '本工种没有这一级或更高的证书' },
  consent: { label: '本人申请、单位同意（单位审核）', needed: '单位批准；有主管部门的，主管部门也要同意' },
  ban: { label: '不在禁止申报期内', needed: '两年内没有被查出虚假材料' },
  conduct: { label: '遵纪守法、身体健康、胜任本职', needed: '本人承诺，单位审核' },
  regularised: { label: '按时转正定级', needed: '2023年9月30日前已转正定级' },
  'work-years-below': { label: '工作年限不足10年', needed: '不足 10 年' },
  certificate: { label: '本工种下一级证书满5年', needed: '满 {needed} 年' },
  'work-years': { label: '工作年限', needed: '{needed} 年以上' },
  'occupation-transfer': { label: '转换工种', needed: '先按现等级考新工种，累计满5年再升级' },
  'cancelled-occupation': { label: '被取消工种的证书', needed: '证书满5年，报考相近或相似的工种' },
  'work-years-25': { label: '工作年限', needed: '{needed} 年以上' },
  'grade-2-certificate': { label: '二级证书满5年', needed: '满 {needed} 年' },
  appointed: { label: '已聘任至二级岗位', needed: '已聘任' },
  education: { label: '文化程度', needed: '技校、高中以上' },
  assessments: { label: '近5年年度考核', needed: '都在合格以上，优秀或优秀党员满 {needed} 年' },
  skill: { label: '业绩突出、有技艺特长', needed: '由单位审核认定' },
  mastery: { label: '能解决高难度问题、能带人', needed: '由单位审核、考评时认定' },
  recommendation: { label: '单位按岗位需求推荐', needed: '由单位推荐' },
}

export const readings: PackTexts['readings'] = {
  'work-years-count': { question: '工作年限是按满周年算，还是按年头算', clause: '二(八)' },
  'certificate-count': { question: '1月至3月发的证书，满5年从发证算还是从考试年份算', clause: '二(八)' },
  'grade-1-certificate-date': { question: '二级证书满5年，算到报名截止还是算到年底', clause: '二(四)2' },
  'notice-issued-on': { question: '通知没有写下发日期，您达到退休年龄的日子正好在这段时间', clause: '一(二)' },
  'retirement-on-issue-day': { question: '通知下发当天达到退休年龄，算不算“下发前”', clause: '一(二)' },
  'regularised-cutoff': { question: '“9月30日前”包不包括9月30日当天', clause: '二(二)2' },
  'regularised-future': { question: '报名时还没转正、9月30日前才转正的，能不能先报', clause: '二(二)2' },
  'relaxed-age-date': { question: '50岁（女45岁）算到报名截止还是算到年底', clause: '二(三)4' },
  'cancelled-route': { question: '被取消工种的证书能直接升级，还是先考同级', clause: '一(二)' },
  'similar-occupation': { question: '您选的工种和实际干的算不算相近或相似', clause: '一(二)' },
  'transfer-years-path': { question: '换了工种的人，能不能不考同级、直接凭工作年限申报', clause: '二(五)' },
  'transfer-grade-1': { question: '换了工种的人申报一级，二级证书怎么认', clause: '二(五)' },
  'work-in-occupation': { question: '您现在干的不是申报工种，“在本工种本等级工作满5年”怎么认', clause: '二(三)3' },
  'staff-agency': { question: '人事代理算不算“聘用工作人员”', clause: '一(一)' },
  'staff-dispatched': { question: '劳务派遣算不算“聘用工作人员”', clause: '一(一)' },
  'on-post': { question: '借调、长期请假、内部退养算不算“在岗”', clause: '一(一)' },
  'body-appointment': { question: '机关没有岗位聘任，“已聘任至二级”怎么认', clause: '二(四)2' },
  'excellent-years': { question: '“2年优秀或优秀共产党员”两种能不能合起来算', clause: '二(四)4' },
  'ungraded-year': { question: '近5年里有一年不定等次或没参加考核，怎么认', clause: '二(四)4' },
  'national-certificate': { question: '国家职业资格证书能不能当作下一级证书', clause: '二(三)3' },
  'ban-window': { question: '“两年内禁止再次申报”从哪天算到哪天', clause: '三(四)' },
}

export const routes: PackTexts['routes'] = {
  'first-grade': '初次申报',
  certificate: '凭下一级证书',
  'occupation-transfer': '转换工种',
  'cancelled-occupation': '凭被取消工种的证书',
  'work-years': '凭工作年限',
}

export const manualRoutes: PackTexts['manualRoutes'] = {
  'exceptional-promotion': {
    title: '可以申请破格晋升',
    how: '二级、三级由工考办审核，报省评价中心审批；四级由县（市）工考管理机构或市工考办审批。请带获奖材料问单位人事。',
    clause: '二(六)',
  },
  'epidemic-frontline': {
    title: '可以按防疫一线人员的规定申报',
    how: '按豫人社办〔2020〕29号办理，由工考办审核。请带证明材料问单位人事。',
    clause: '二(七)',
  },
  'unique-skill': {
    title: '绝招、绝技、绝活由人工认定',
    how: '受到同行业认可的，可不受学历、年度考核限制，由工考办审核。请带证明材料问单位人事。',
    clause: '二(四)6(6)',
  },
}

export const warnings: PackTexts['warnings'] = {
  'retirement-this-year': '您今年达到退休年龄。申报前请先问清单位的岗位空缺和聘用政策，再决定报不报。',
  'assessment-pending': '2022年考核结果还没备案：可以先写承诺书，考试前必须补传备案后的结果。',
  'annex-27-not-public':
    '您凭奖励免去了学历或考核要求。认定材料按豫人社办〔2021〕27号附则，附则未公开，请向工考办问清。',
  'target-not-current-occupation': '您申报的不是现在干的工种，也没有可以转换的证书。请先和单位商量好再报。',
}
