import { type ReturnItem, type ReviewView } from '@app/contract'
import { type FactKey, factKeys, gradeName, type Pack } from '@app/shared-rules'
import { answerText, asQuestionId } from '@/packages/apply/parts/answer-text'
import { answersOf } from '@/packages/apply/parts/draft/answers-of'
import { experienceText } from '@/packages/apply/parts/draft/part-text'
import { splitItem } from '@/shared/texts/items'

/** Reasons that come up again and again; the words can be changed. */
export const reasons = [
  { code: 'differs-from-file', words: '与人事档案不一致，请按档案改正' },
  { code: 'incomplete', words: '没有填完整，请补充' },
  { code: 'wrong', words: '填写有误，请核对后改正' },
] as const

/** Of a paper or a page. */
export const pageReasons = [
  { code: 'unreadable', words: '看不清，请重新拍' },
  { code: 'wrong-paper', words: '不是这份材料，请换成要求的' },
  { code: 'incomplete', words: '没有拍全，请补拍' },
] as const

export type ReasonCode = (typeof reasons)[number]['code'] | (typeof pageReasons)[number]['code'] | 'other'

/** Answers about what the unit itself decides. */
const ofUnit = new Set<FactKey>(['unitConsent', 'highSkillAttested'])

const formItems = ['form.name', 'form.idNumber', 'form.phone', 'form.unit', 'form.workExperience'] as const

/** What can be returned: the fields of the form, and the answers that were given. */
export const returnable = ({ facts }: Pick<ReviewView, 'facts'>, area: 'form' | 'facts'): string[] =>
  area === 'form'
    ? [...formItems, 'grade']
    : factKeys.filter((key) => facts[key] !== undefined && !ofUnit.has(key)).map((key) => `facts.${key}`)

/** What stands there now, in words. */
export const valueText = (pack: Pack, { form, facts, grade, unit }: ReviewView, item: string): string => {
  const { key } = splitItem(item)
  const question = asQuestionId(key)
  if (item.startsWith('facts.') && question) return answerText(pack, answersOf(facts), question)
  if (item === 'grade') return grade ? gradeName(grade) : '没有选'
  if (item === 'form.unit') return unit?.name ?? '没有填'
  if (item === 'form.workExperience') return experienceText(form)
  return (item === 'form.name' ? form.name : item === 'form.phone' ? form.phone : form.idNumber) ?? '没有填'
}

/** 没有填完整 of a field, 没有拍全 of a paper: the same code. */
export const wordsFor = (item: string, code: ReasonCode) =>
  reasonsFor(item).find((reason) => reason.code === code)?.words ?? ''

export const reasonsFor = (item: string): readonly { code: ReasonCode; words: string }[] =>
  /^(papers|pages)\./.test(item) ? pageReasons : reasons

/** Chosen items as the server takes them. */
export const toItems = (chosen: Readonly<Record<string, { code: ReasonCode; words: string }>>): ReturnItem[] =>
  Object.entries(chosen).map(([item, { code, words }]) => ({ item, code, words: words.trim() || wordsFor(item, code) }))
