import { type Reference } from '../contract/types'
import { gradeWords, word } from './words'

const values: Readonly<Record<string, string>> = {
  true: '是',
  false: '否',
  male: '男',
  female: '女',
  worker: '工人（50岁）',
  cadre: '干部（55岁）',
  established: '正式',
  contracted: '聘用合同',
  agency: '人事代理',
  dispatched: '劳务派遣',
  'on-post': '在岗',
  seconded: '借调',
  'long-leave': '长期请假',
  'internal-retired': '内退',
  'public-institution': '事业单位',
  'government-body': '机关',
  primary: '小学',
  'junior-high': '初中',
  'senior-high': '高中',
  'vocational-high': '职业高中',
  'technical-school': '技工学校',
  'secondary-specialised': '普通中专',
  college: '大专',
  bachelor: '本科',
  postgraduate: '研究生',
  excellent: '优秀',
  qualified: '合格',
  'basically-qualified': '基本合格',
  unqualified: '不合格',
  ungraded: '不定等次',
}

/** One fact in words; parts of a list are joined by “；”. */
export function factText(value: unknown, reference: Reference): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? '无' : value.map((part) => factText(part, reference)).join('；')
  }
  if (value && typeof value === 'object') {
    return Object.entries(value)
      .map(([key, part]) =>
        key === 'grade' ? word(gradeWords, String(part)) : `${label(key)}${factText(part, reference)}`,
      )
      .join(' ')
  }
  const text = String(value)
  return reference.occupations.find(({ code }) => code === text)?.name ?? values[text] ?? text
}

const labels: Readonly<Record<string, string>> = {
  issuedOn: '发证 ',
  examYear: '考核年度 ',
  awardedOn: '获得 ',
  grantedOn: '授权 ',
  outstandingPartyMember: '优秀党员 ',
  filed: '已备案 ',
}

function label(key: string): string {
  return labels[key] ?? ''
}
