import { type ReadingId } from '@app/shared-rules'

/** Each way of reading an open point, after “如果”. `notice-issued-on` has no list of ways: it is a day. */
export const readingOptions: Readonly<Record<ReadingId, Readonly<Record<string, string>>>> = {
  'work-years-count': { 'full-years': '按满周年算', 'calendar-years': '按年头算' },
  'certificate-count': { 'by-date': '从发证日期算', 'by-exam-year': '从考试年份算' },
  'grade-1-certificate-date': { 'year-end': '算到年底', 'registration-close': '算到报名截止' },
  'notice-issued-on': {},
  'retirement-on-issue-day': { reached: '下发当天也算“下发前”', 'not-reached': '下发当天不算“下发前”' },
  'regularised-cutoff': { inclusive: '9月30日当天也算', exclusive: '9月30日当天不算' },
  'regularised-future': { accepted: '可以先报、考前补证明', refused: '报名时必须已转正' },
  'relaxed-age-date': { 'registration-close': '年龄算到报名截止', 'year-end': '年龄算到年底' },
  'cancelled-route': { straight: '可以直接升级', 'same-grade-first': '要先考同级' },
  'similar-occupation': { similar: '算相近或相似', 'not-similar': '不算相近或相似' },
  'transfer-years-path': { 'same-grade-first': '要先考同级', 'path-open': '可以直接凭工作年限' },
  'transfer-grade-1': {
    'reaches-grade-1': '转岗规定也管一级',
    'target-only': '只认申报工种的二级证书',
    'any-occupation': '别的工种的二级证书也认',
  },
  'work-in-occupation': { unbroken: '算在本工种工作', broken: '不算在本工种工作' },
  'staff-agency': { in: '人事代理算聘用', out: '人事代理不算聘用' },
  'staff-dispatched': { in: '劳务派遣算聘用', out: '劳务派遣不算聘用' },
  'on-post': { 'on-post': '算在岗', 'not-on-post': '不算在岗' },
  'body-appointment': { 'grade-held-suffices': '有二级证书就行', 'appointment-needed': '必须有聘任' },
  'excellent-years': {
    'add-up': '两种可以合起来算',
    'one-party-award': '一次优秀共产党员就行',
    'same-kind': '必须同一种满 2 年',
  },
  'ungraded-year': { fails: '这一年算不合格', 'left-out': '这一年不计' },
  'national-certificate': { accepted: '国家职业资格证书也认', 'not-accepted': '国家职业资格证书不认' },
  'ban-window': { 'exam-years': '按考核年度算', 'two-years-to-the-day': '按满两年的日子算' },
}
