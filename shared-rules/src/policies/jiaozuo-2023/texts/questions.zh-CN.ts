import type { PackTexts } from '../../pack-texts'

export const questions: PackTexts['questions'] = {
  occupation: {
    title: '您现在干什么工种？',
    hint: '以单位聘用或实际从事的工种为准。',
    why: '等级证书和在本等级工作的年限，都按工种来算。',
    clause: '一(二)',
  },
  staffType: {
    title: '您和单位是什么用工关系？',
    hint: '可以看聘用合同，或问单位人事。',
    why: '考核对象是在岗正式工作人员和聘用工作人员。',
    clause: '一(一)',
  },
  onPost: {
    title: '您现在在岗吗？',
    why: '考核对象要求在岗。',
    clause: '一(一)',
  },
  sex: {
    title: '您的性别？',
    why: '退休年龄和放宽学历的年龄，男女不同。',
    clause: '一(二)',
  },
  birthDate: {
    title: '您是哪年哪月出生的？',
    hint: '以人事档案里的出生日期为准。',
    why: '通知下发前已达到退休年龄的，不在考核范围。',
    clause: '一(二)',
  },
  'birthDate#day': {
    title: '您是几号出生的？',
    hint: '您的情况正好差在这几天，需要知道是哪一天。',
    why: '是否达到年龄要看具体哪一天。',
    clause: '一(二)',
  },
  retired: {
    title: '您办过退休手续了吗？',
    why: '已办理退休手续的，不在考核范围。',
    clause: '一(二)',
  },
  retirementLine: {
    title: '单位按哪个年龄给您办退休？',
    hint: '不清楚可以问单位人事。',
    why: '女职工有50岁和55岁两条线，两条线结果不同。',
    clause: '一(二)',
  },
  workStart: {
    title: '您是哪年哪月参加工作的？',
    hint: '以人事档案里的“参加工作时间”为准。',
    why: '工作年限够了，可以不凭下一级证书直接申报四级、三级；一级也要求工作年限。',
    clause: '二(二)4',
  },
  certificates: {
    title: '您有哪些等级证书？',
    hint: '一张证书加一条。没有就选“没有证书”。',
    why: '申报上一级，要看下一级证书的工种和满几年；已经有的等级不用再考。',
    clause: '二(二)3',
  },
  'certificates#examYear': {
    title: '这张证书是哪一年考的？',
    hint: '1月至3月发的证书，常常是上一年考的。',
    why: '满5年从发证算还是从考试年份算，结果不同。',
    clause: '二(八)',
  },
  targetOccupation: {
    title: '您要申报哪个工种？',
    hint: '一般就是现在干的工种。换工种的，先看转岗规定。',
    why: '换了工种，要先按现等级考新工种，再考升级。',
    clause: '二(五)',
  },
  regularisedOn: {
    title: '您是哪年哪月转正定级的？',
    hint: '还没转正的，填预计的时间。',
    why: '申报五级，要在2023年9月30日前已转正定级。',
    clause: '二(二)2',
  },
  'regularisedOn#day': {
    title: '转正定级是几号？',
    hint: '您的情况正好差在这几天，需要知道是哪一天。',
    why: '9月30日是截止日。',
    clause: '二(二)2',
  },
  education: {
    title: '您的文化程度？',
    hint: '选已经取得毕业证书的最高一项。',
    why: '申报二级、一级，要求技校或高中以上文化程度。',
    clause: '二(三)4',
  },
  highSkillAttested: {
    title: '单位认可您的技艺水平较高吗？',
    hint: '由单位出具意见。还没问过单位的，选“不清楚”。',
    why: '申报二级要求业绩突出、有技艺特长；年龄较大的，还可以放宽到初中文化程度。',
    clause: '二(三)2',
  },
  'certificates#day': {
    title: '二级证书是几号发的？',
    hint: '请看证书上的发证日期。',
    why: '满5年和之后获得的奖励，要看具体哪一天。',
    clause: '二(四)2',
  },
  appointedGrade2: {
    title: '您已经聘任到二级（技师）岗位了吗？',
    hint: '有证书但还没聘上的，选“没有”。',
    why: '申报一级，要求已聘任至二级工勤技能岗位。',
    clause: '二(四)2',
  },
  organisation: {
    title: '您的单位是事业单位还是机关？',
    why: '机关没有岗位聘任，这一条怎么认要看单位性质。',
    clause: '二(四)2',
  },
  assessments: {
    title: '2018年至2022年，您的年度考核结果是什么？',
    hint: '记不清的年份可以先空着，以单位备案的结果为准。',
    why: '申报一级，要求近5年考核都在合格以上，且有2年优秀或优秀共产党员。',
    clause: '二(四)4',
  },
  honours: {
    title: '您得过下面这些奖励吗？',
    hint: '拿到等级证书以后得的才算。没有就选“都没有”。',
    why: '有的奖励可以免去一级的学历、考核要求，有的可以申请破格。',
    clause: '二(四)6',
  },
  'honours#day': {
    title: '这项奖励是几号获得的？',
    hint: '请看证书上的日期。',
    why: '要晚于二级证书的发证日期才算。',
    clause: '二(四)6',
  },
  frontline: {
    title: '您有下面这些防疫一线经历吗？',
    why: '有这些经历的，可以按专门规定申报，由工考办审核。',
    clause: '二(七)',
  },
  falsificationFoundOn: {
    title: '您报名工考时，被查出过虚假材料吗？',
    why: '查出虚假材料的，取消当年资格，两年内不能再报。',
    clause: '三(四)',
  },
  'falsificationFoundOn#day': {
    title: '是哪一天查出的？',
    hint: '请看处理通知上的日期。',
    why: '“两年内”怎么算，要看具体哪一天。',
    clause: '三(四)',
  },
  unitConsent: {
    title: '单位同意您申报吗？（单位审核）',
    hint: '还没问过的，选“还没问”。提交后由单位人事审核。',
    why: '必须本人申请、单位批准，才能申报。',
    clause: '二(一)',
  },
}
