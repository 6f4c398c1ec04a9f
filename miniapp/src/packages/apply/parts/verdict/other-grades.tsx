import {
  type Assessment,
  criterionWords,
  type Facts,
  type Grade,
  gradeName,
  type Pack,
  verdictLine,
} from '@app/shared-rules'
import { grades } from '@/shared/texts/grades'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'
import { verdictRows } from './rows'
import { verdictTag } from './tags'

interface Props {
  pack: Pack
  facts: Facts
  assessment: Assessment
  shown: Grade
  onShow: (grade: Grade) => void
}

/** What a closed grade lacks, in a few words: the first two rows that fail, and the year that would cure them. */
const lacks = (pack: Pack, facts: Facts, assessment: Assessment, grade: Grade): string => {
  const of = assessment.grades[`${grade}`]
  const failing = verdictRows(pack, facts, of).filter(({ result, quiet }) => result.outcome === 'unmet' && !quiet)
  if (failing.some(({ result }) => result.id === 'held')) return '您已有这一级或更高的证书'
  const labels = failing.slice(0, 2).map(({ result }) => criterionWords(pack, result).label)
  const more = failing.length > 2 ? '等' : ''
  const year = of.earliestYear === undefined ? '' : `，最早 ${of.earliestYear} 年`
  return `不满足：${labels.join('、')}${more}${year}`
}

/** The line without the grade's name, which is the row's title. */
const line = (assessment: Assessment, grade: Grade) =>
  verdictLine(grade, assessment.grades[`${grade}`])
    .replace(gradeName(grade), '')
    .replace(/^：|：$/g, '')

/** The other four grades, a line each; a tap shows one in full. */
export const OtherGrades = ({ pack, facts, assessment, shown, onShow }: Props) => (
  <Card title="其他等级">
    {grades
      .filter((grade) => grade !== shown)
      .map((grade) => {
        const { verdict } = assessment.grades[`${grade}`]
        const caption = verdict === 'ineligible' ? lacks(pack, facts, assessment, grade) : line(assessment, grade)
        const tag = verdictTag(verdict)
        return <Row key={grade} title={gradeName(grade)} caption={caption} tag={tag} onPress={() => onShow(grade)} />
      })}
  </Card>
)
