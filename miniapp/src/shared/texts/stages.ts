import { type ApplicationState, type Holder } from '@app/contract'
import { type TagProps } from '../ui/tag'

const ends: Partial<Record<ApplicationState, string>> = {
  certified: '已取得证书',
  withdrawn: '已撤回',
  rejected: '审查没有通过',
  abandoned: '已视为放弃报考',
  disqualified: '已取消资格',
  'not-passed': '考核没有通过',
}

const withYou: Partial<Record<ApplicationState, string>> = {
  draft: '您这里：还没提交',
  'awaiting-payment': '审查已通过，等缴费',
  'awaiting-counter-payment': '审查已通过，等到窗口缴费',
}

const withOffice: Partial<Record<ApplicationState, string>> = {
  'office-review': '正在审查',
  'onsite-review': '等您单位到现场审查',
  confirmed: '报名已确认，等培训通知',
  training: '正在安排培训',
  'exam-scheduled': '考试已安排',
  result: '成绩已出',
  'comprehensive-review': '正在综合评审',
  'public-notice': '正在公示',
}

type Place = { state: ApplicationState; holder: Pick<Holder, 'kind' | 'name'> }

/** 现在：… */
export const placeText = ({ state, holder: { kind, name } }: Place): string => {
  switch (kind) {
    case 'you':
      return withYou[state] ?? '您这里：等您改好'
    case 'unit':
      return `单位经办人：${name ?? '您的单位'}`
    case 'department':
      return `主管部门：${name ?? '您单位的主管部门'}`
    case 'office':
      return `${name ?? '工考办'}：${withOffice[state] ?? '正在办理'}`
    case 'nobody':
      return ends[state] ?? '已办结'
  }
}

const tags: Record<ApplicationState, TagProps> = {
  draft: { tone: 'info', word: '填写中' },
  'unit-review': { tone: 'info', word: '单位审核' },
  'unit-returned': { tone: 'no', word: '要改' },
  'department-review': { tone: 'info', word: '主管部门' },
  'department-returned': { tone: 'no', word: '要改' },
  'office-review': { tone: 'info', word: '审查中' },
  'office-returned': { tone: 'no', word: '要改' },
  'onsite-review': { tone: 'ask', word: '现场审查' },
  'awaiting-payment': { tone: 'ask', sign: '！', word: '待缴费' },
  'awaiting-counter-payment': { tone: 'ask', sign: '！', word: '待缴费' },
  confirmed: { tone: 'ok', word: '已确认' },
  training: { tone: 'ok', word: '培训' },
  'exam-scheduled': { tone: 'ok', word: '待考试' },
  result: { tone: 'info', word: '出成绩' },
  'comprehensive-review': { tone: 'info', word: '评审中' },
  'public-notice': { tone: 'info', word: '公示中' },
  certified: { tone: 'ok', word: '已发证' },
  withdrawn: { tone: 'mut', word: '已撤回' },
  rejected: { tone: 'no', word: '未通过' },
  abandoned: { tone: 'mut', word: '已放弃' },
  disqualified: { tone: 'no', word: '取消资格' },
  'not-passed': { tone: 'no', word: '未通过' },
}

/** Sign and word of a state, short enough for a row. */
export const stateTag = (state: ApplicationState): TagProps => tags[state]

/** What the person has to do now; nothing: 等通知. */
export const whatNext = (state: ApplicationState): string => {
  if (state === 'draft') return '接着填好，提交给单位审核。'
  if (state.endsWith('-returned')) return '请改好退回的内容，重新提交。'
  if (state === 'awaiting-payment' || state === 'awaiting-counter-payment')
    return '请看要缴多少钱、怎么缴、什么时候前缴。'
  if (ends[state]) return '这份申报已经办结。'
  return '现在不用做什么，有变动会在这里告诉您。'
}
