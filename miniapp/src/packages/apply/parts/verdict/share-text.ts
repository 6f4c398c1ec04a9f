import {
  type Assessment,
  criterionWords,
  type Facts,
  type Grade,
  outcomeWord,
  type Pack,
  readingWords,
} from '@app/shared-rules'
import { answerLines } from '@/shared/texts/grades'
import { ownValue } from './own-value'
import { verdictRows } from './rows'

/** The result in words for the unit contact: the answer, what decides it, what is open. No name, no number. */
export const shareText = (pack: Pack, facts: Facts, assessment: Assessment, grade: Grade) => {
  const of = assessment.grades[`${grade}`]
  const occupation = pack.occupations.find(({ code }) => code === assessment.occupation)?.name
  const rows = verdictRows(pack, facts, of)
    .filter((row) => !row.quiet && !row.notNeeded)
    .map(({ result }) => {
      const { label, needed, actual } = criterionWords(pack, result)
      const own = ownValue(facts, result.id, actual)
      return `· ${label}：${outcomeWord(result.outcome)}（需要${needed}${own === undefined ? '' : `；${own}`}；${result.clause}）`
    })
  const open = of.openReadings.map((id) => `· 请问工考办：${readingWords(pack, id).question}`)
  return [
    `【${pack.year}年工勤技能等级考核 · 本人自查】`,
    `${answerLines(assessment, grade).join('')}${occupation ? `（工种：${occupation}）` : ''}`,
    ...rows,
    ...open,
    `依据：${pack.document}。自查只供参考，以工考机构审查为准。`,
  ]
    .join('\n')
    .replace(/您/g, '本人')
}
