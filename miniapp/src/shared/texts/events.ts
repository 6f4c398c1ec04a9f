import { type ApplicationEvent, type TimelineRow } from '@app/contract'

interface EventWords {
  title: string
  meaning?: string
}

/** What happened, and what it means for the person. */
const words: Record<ApplicationEvent, EventWords> = {
  created: { title: '开始填写' },
  submitted: { title: '您提交了申报', meaning: '由单位经办人审核。' },
  'unit-approved': { title: '单位审核通过', meaning: '单位同意您申报，接着往上送。' },
  'unit-returned': { title: '单位退回修改', meaning: '改好后重新提交，仍由单位审核。' },
  'department-approved': { title: '主管部门审核通过', meaning: '接着送工考办审查。' },
  'department-returned': { title: '主管部门退回修改', meaning: '改好后重新提交。' },
  corrected: { title: '您改好并重新提交了' },
  withdrawn: { title: '您撤回了申报', meaning: '报名截止前可以重新申报。' },
  'payment-confirmed': { title: '缴费成功', meaning: '报名已确认。' },
  'fee-waived': { title: '不用缴费', meaning: '工考办把您这个等级的费用定为 0 元，报名已确认。' },
  'payment-overdue': { title: '过期没有缴费', meaning: '按通知，视为放弃报考。' },
  'supplement-sent': { title: '您补交了材料' },
  'objection-raised': { title: '您对成绩提出了异议' },
  returned: { title: '工考办退回修改', meaning: '请在期限内改好，重新提交。' },
  accepted: { title: '工考办审查通过', meaning: '下一步缴费：多少、怎么缴、什么时候前缴，上面“现在”里写着。' },
  'onsite-required': { title: '需要现场审查', meaning: '由单位经办人带原件到现场，您等通知。' },
  'onsite-confirmed': { title: '现场审查已确认' },
  rejected: { title: '审查没有通过' },
  'payment-recorded': { title: '窗口缴费已登记', meaning: '报名已确认。' },
  'refund-decided': { title: '退费有了结果' },
  'training-announced': { title: '培训通知' },
  'ticket-issued': { title: '准考证已发' },
  'site-changed': { title: '考点有变动' },
  'score-published': { title: '成绩已公布' },
  result: { title: '考核结果' },
  'objection-answered': { title: '异议有了答复' },
  'review-result': { title: '综合评审有了结果' },
  'public-notice': { title: '正在公示' },
  certified: { title: '已发证书' },
  'not-passed': { title: '考核没有通过' },
  'manual-decision': { title: '人工审核有了结论' },
  'supplement-accepted': { title: '补交的材料已收下' },
  'supplement-rejected': { title: '补交的材料没有收下' },
  disqualified: { title: '已取消资格' },
  'schedule-changed': { title: '日程有变动' },
}

const actors: Record<TimelineRow['actor'], string> = {
  applicant: '本人',
  helper: '代办人',
  'unit-contact': '单位经办人',
  'department-contact': '主管部门经办人',
  office: '工考办',
  system: '系统按规定处理',
}

/** Title and meaning of an event; one that this app does not know yet is said as news. */
export const eventWords = (event: ApplicationEvent): EventWords =>
  Object.entries(words).find(([known]) => known === event)?.[1] ?? { title: '有新的进展' }

/** Who did it: the unit or office by name, else in which part. */
export const actorText = ({ actor, who }: Pick<TimelineRow, 'actor' | 'who'>) =>
  who && actor !== 'applicant' ? who : actors[actor]
