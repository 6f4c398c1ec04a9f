import { type ApplicationForm, type EditableApplication, type UnitChoice } from '@app/contract'
import { answeredQuestions, type Facts, type Grade, gradeName, type Pack } from '@app/shared-rules'
import { inWords } from '@/shared/ui/date-parts'
import { answerText } from '../answer-text'
import { answersOf } from './answers-of'
import { type Part } from './parts'

const titles: Record<Part, string> = {
  'form.name': '姓名',
  'form.idNumber': '身份证号',
  'form.phone': '手机号',
  'form.unit': '工作单位',
  'form.workExperience': '工作经历',
  'form.declaration': '承诺书',
  facts: '自查的回答',
  grade: '申报等级',
}

export const partTitle = (part: Part) => titles[part]

type Content = { form: ApplicationForm; facts: Facts; grade?: Grade }

/** A listed unit is chosen by its code; its name stands in the application that has it. */
export const unitText = (unit: UnitChoice | undefined, ...views: (EditableApplication | undefined)[]) => {
  if (!unit) return '没有填'
  if ('typedName' in unit) return unit.typedName
  return views.map((view) => view?.unit).find((one) => one?.code === unit.code)?.name ?? '已从名单里选好'
}

export const experienceText = ({ workExperience = [] }: ApplicationForm) =>
  workExperience
    .map(({ from, to, employer, post }) => `${inWords(from)}至${to ? inWords(to) : '今'} ${employer} ${post}`)
    .join('；') || '没有填'

const factsText = (pack: Pack, facts: Facts, other: Facts) => {
  const [mine, theirs] = [answersOf(facts), answersOf(other)]
  return answeredQuestions(mine)
    .filter((id) => answerText(pack, mine, id) !== answerText(pack, theirs, id))
    .map((id) => `${pack.texts.questions[id].title}${answerText(pack, mine, id)}`)
    .join('；')
}

/** A part in words, as it stands on one of two phones; `views` know the names of listed units. */
export const partText = (pack: Pack, part: Part, of: Content, other: Content, views: EditableApplication[]): string => {
  switch (part) {
    case 'form.name':
      return of.form.name ?? '没有填'
    case 'form.idNumber':
      return of.form.idNumber ?? '没有填'
    case 'form.phone':
      return of.form.phone ?? '没有填'
    case 'form.unit':
      return unitText(of.form.unit, ...views)
    case 'form.workExperience':
      return experienceText(of.form)
    case 'form.declaration':
      return of.form.declaration?.accepted ? '已承诺' : '没有承诺'
    case 'facts':
      return factsText(pack, of.facts, other.facts) || '有改动'
    case 'grade':
      return of.grade ? gradeName(of.grade) : '没有选'
  }
}
