interface OpenReading {
  id: string
  question: string
  /** Option → words. Empty: a date is typed. */
  options: Readonly<Record<string, string>>
}

const reading = (id: string, question: string, options: Record<string, string>): OpenReading => ({
  id,
  question,
  options,
})

/** What the notice leaves open and the office may rule. test/contract holds it against the pack. */
export const openReadings: readonly OpenReading[] = [
  reading('work-years-count', '工作年限怎么算', { 'full-years': '按周年', 'calendar-years': '按年份，首尾都算' }),
  reading('certificate-count', '证书满 5 年怎么算', { 'by-date': '按发证日期', 'by-exam-year': '按考核年度' }),
  reading('grade-1-certificate-date', '一级：证书满 5 年算到哪天', {
    'year-end': '12月31日',
    'registration-close': '报名截止日',
  }),
  reading('notice-issued-on', '通知是哪天下发的', {}),
  reading('retirement-on-issue-day', '下发当天到龄', { reached: '算已到龄', 'not-reached': '不算' }),
  reading('regularised-cutoff', '转正在 9月30日当天', { inclusive: '算“前”', exclusive: '不算' }),
  reading('regularised-future', '报名截止时还没转正', { accepted: '可以，考前补证明', refused: '不可以' }),
  reading('relaxed-age-date', '放宽学历的年龄算到哪天', { 'registration-close': '报名截止日', 'year-end': '12月31日' }),
  reading('cancelled-route', '工种取消的，怎么报', { straight: '直接报升级', 'same-grade-first': '先报同级' }),
  reading('similar-occupation', '另一工种是否相近', { similar: '相近', 'not-similar': '不相近' }),
  reading('transfer-years-path', '转岗人员能否凭工作年限', { 'same-grade-first': '先报同级', 'path-open': '可以' }),
  reading('transfer-grade-1', '转岗规则管不管一级', {
    'reaches-grade-1': '管',
    'target-only': '不管，要本工种证书',
    'any-occupation': '不管，任一工种证书都行',
  }),
  reading('work-in-occupation', '现从事工种不同，本等级工作是否连续', { unbroken: '算连续', broken: '不算' }),
  reading('staff-agency', '人事代理人员', { in: '在范围内', out: '不在' }),
  reading('staff-dispatched', '劳务派遣人员', { in: '在范围内', out: '不在' }),
  reading('on-post', '借调、长假、内退', { 'on-post': '算在岗', 'not-on-post': '不算' }),
  reading('body-appointment', '机关人员没有聘任', {
    'grade-held-suffices': '有二级证书即可',
    'appointment-needed': '仍要聘任',
  }),
  reading('excellent-years', '两年优秀怎么算', {
    'add-up': '两种加起来',
    'one-party-award': '一次优秀党员即可',
    'same-kind': '同一种两年',
  }),
  reading('ungraded-year', '不定等次的年度', { fails: '不符合', 'left-out': '不计这一年' }),
  reading('national-certificate', '国家职业资格证书', { 'not-accepted': '不认', accepted: '认' }),
  reading('ban-window', '两年内怎么算', { 'exam-years': '当年和以后两个考核年', 'two-years-to-the-day': '满两年' }),
]
