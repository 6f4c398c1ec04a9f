import { type ReturnItem, type ReviewView } from '@app/contract'
import { type FactKey, factKeys } from '@app/shared-rules'

/** Reasons that come up again and again; the words can be changed. */
export const reasons = [
  { code: 'differs-from-file', words: '与人事档案不一致，请按档案改正' },
  { code: 'incomplete', words: '没有填完整，请补充' },
  { code: 'wrong', words: '填写有误，请核对后改正' },
] as const

export type ReasonCode = (typeof reasons)[number]['code'] | 'other'

const formItems = ['form.name', 'form.idNumber', 'form.phone', 'form.unit', 'form.workExperience'] as const

/** What can be returned: the fields of the form, and the answers that were given. */
export const returnable = ({ facts }: Pick<ReviewView, 'facts'>): string[] => [
  ...formItems,
  'grade',
  ...factKeys.filter((key: FactKey) => facts[key] !== undefined && key !== 'unitConsent').map((key) => `facts.${key}`),
]

export const wordsFor = (code: ReasonCode) => reasons.find((reason) => reason.code === code)?.words ?? ''

/** Chosen items as the server takes them. */
export const toItems = (chosen: Readonly<Record<string, { code: ReasonCode; words: string }>>): ReturnItem[] =>
  Object.entries(chosen).map(([item, { code, words }]) => ({ item, code, words: words.trim() || wordsFor(code) }))
