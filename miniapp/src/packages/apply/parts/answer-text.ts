import { type Answers, NONE, type Pack, presentQuestion, type QuestionId, questionIds, UNSURE } from '@app/shared-rules'
import { inWords } from '@/shared/ui/date-parts'
import { yearText } from './assessments/year-text'
import { certificateText } from './certificates/certificate-text'
import { honourText } from './honours/honour-text'
import { givenOption } from './question/given'

const listed = (texts: { title: string; caption: string }[], none: string) =>
  texts.length === 0 ? none : texts.map(({ title, caption }) => `${title}（${caption}）`).join('；')

const listText = (pack: Pack, { facts }: Answers, id: QuestionId): string | undefined => {
  if (id === 'certificates')
    return listed(
      (facts.certificates ?? []).map((one) => certificateText(pack, one)),
      '没有证书',
    )
  if (id === 'honours')
    return listed(
      (facts.honours ?? []).map((one) => honourText(pack, one)),
      '都没有',
    )
  if (id !== 'assessments') return undefined
  const years = pack.dates.assessmentYears
  return years
    .map(
      (year) =>
        `${year}年 ${
          yearText(
            pack,
            facts.assessments?.find((one) => one.year === year),
          ) ?? '不清楚'
        }`,
    )
    .join('；')
}

/** An answer in the words in which it was given. */
export const answerText = (pack: Pack, answers: Answers, id: QuestionId): string => {
  const { key, options } = presentQuestion(pack, answers, id)
  const given = givenOption(answers, key)
  if (given === UNSURE) return '不清楚'
  if (given === NONE) return '没有'
  const list = listText(pack, answers, id)
  if (list !== undefined) return list
  if (given === undefined) return '还没答'
  return options?.find(({ value }) => value === given)?.label ?? inWords(given)
}

/** A question's id from an address. */
export const asQuestionId = (text: string | undefined) => questionIds.find((id) => id === text)
