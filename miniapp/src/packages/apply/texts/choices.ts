import {
  type AssessmentResult,
  type CertificateKind,
  type Grade,
  gradeName,
  type Honour,
  type Level,
  type Pack,
} from '@app/shared-rules'
import { type Option } from '@/shared/ui/option-list'

type Options<V extends string> = readonly Option<V>[]

/** The pack's words for each value, in the order given; a hint where the word alone is not enough. */
const worded = <V extends string>(
  values: readonly V[],
  words: Readonly<Record<V, string>>,
  hints: Partial<Record<V, string>> = {},
) => values.map((value): Option<V> => ({ value, label: words[value], hint: hints[value] }))

const fromLowest: readonly Grade[] = [5, 4, 3, 2, 1]
export const gradeOptions: Options<`${Grade}`> = fromLowest.map((grade) => ({
  value: `${grade}`,
  label: gradeName(grade),
}))

const certificateKinds: readonly CertificateKind[] = ['public-sector', 'national-vocational']
export const certificateKindOptions = (pack: Pack): Options<CertificateKind> =>
  worded(certificateKinds, pack.texts.options.certificateKind, {
    'public-sector': '人社部门发的，多数人是这一种',
    'national-vocational': '封面写着“职业资格证书”',
  })

const levels: readonly Level[] = ['national', 'provincial', 'municipal', 'county']
export const levelOptions = (pack: Pack): Options<Level> => worded(levels, pack.texts.options.level)

const results: readonly AssessmentResult[] = [
  'excellent',
  'qualified',
  'basically-qualified',
  'unqualified',
  'ungraded',
]
export const resultOptions = (pack: Pack): Options<AssessmentResult> =>
  worded(results, pack.texts.options.assessmentResult)

const honourKinds: readonly Honour['kind'][] = [
  'commendation',
  'may-day-medal',
  'technical-expert',
  'competition',
  'patent',
  'model-worker',
  'innovation',
  'unique-skill',
]
export const honourKindOptions = (pack: Pack): Options<Honour['kind']> =>
  worded(honourKinds, pack.texts.options.honour, {
    commendation: '党委、政府或上级部门的表彰',
    patent: '发明或实用新型',
    'unique-skill': '受到同行业认可的',
  })

export const yesNo: Options<'yes' | 'no'> = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '不是' },
]

export const giverOptions: Options<'party-or-government' | 'department'> = [
  { value: 'party-or-government', label: '党委或政府' },
  { value: 'department', label: '工作部门', hint: '如厅、局，面向本系统本行业的工作表彰' },
]

export const prizeOptions: Options<'1' | '2' | '3' | 'none'> = [
  { value: '1', label: '一等奖' },
  { value: '2', label: '二等奖' },
  { value: '3', label: '三等奖' },
  { value: 'none', label: '没有评等奖' },
]

const places = ['1', '2', '3', '4', '5'] as const
export const rankOptions: Options<(typeof places)[number] | '6'> = [
  ...places.map((value) => ({ value, label: `第 ${value} 名` })),
  { value: '6', label: '第 6 名或更后' },
]
export const rankOrNoneOptions: Options<(typeof places)[number] | '6' | 'none'> = [
  ...rankOptions,
  { value: 'none', label: '没有名次' },
]

export const patentOptions: Options<'invention' | 'utility-model'> = [
  { value: 'invention', label: '发明专利' },
  { value: 'utility-model', label: '实用新型专利' },
]
