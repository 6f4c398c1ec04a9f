import { type Assessment, type Grade, gradeName, verdictLine } from '@app/shared-rules'
import { grades } from '@/shared/texts/grades'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'
import { verdictTag } from './tags'

interface Props {
  assessment: Assessment
  shown: Grade
  onShow: (grade: Grade) => void
}

/** The line without the grade's name, which is the row's title. */
const captionOf = (grade: Grade, assessment: Assessment) =>
  verdictLine(grade, assessment.grades[`${grade}`])
    .replace(gradeName(grade), '')
    .replace(/^：|：$/g, '')

/** The other four grades, a line each; a tap shows one in full. */
export const OtherGrades = ({ assessment, shown, onShow }: Props) => (
  <Card title="其他等级">
    {grades
      .filter((grade) => grade !== shown)
      .map((grade) => (
        <Row
          key={grade}
          title={gradeName(grade)}
          caption={captionOf(grade, assessment)}
          tag={verdictTag(assessment.grades[`${grade}`].verdict)}
          onPress={() => onShow(grade)}
        />
      ))}
  </Card>
)
