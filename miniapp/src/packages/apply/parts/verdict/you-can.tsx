import { type Assessment, type Grade, gradeName } from '@app/shared-rules'
import { open } from '@/shared/navigation'
import { grades } from '@/shared/texts/grades'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'

interface Props {
  assessment: Assessment
  grade: Grade
  onShare: () => void
  onShow: (grade: Grade) => void
}

/** Ways on from an answer that is no flat yes. */
export const YouCan = ({ assessment, grade, onShare, onShow }: Props) => {
  const { verdict } = assessment.grades[`${grade}`]
  const sure = grades.find((other) => other !== grade && assessment.grades[`${other}`].verdict === 'eligible')
  const asks = verdict === 'confirm' || verdict === 'manual'
  if (verdict === 'eligible' || (!asks && sure === undefined)) return null
  const prepare = verdict === 'confirm' ? '提交时会标明“需确认”，由审查人员定' : '提交时会标明“转人工”，由审查人员定'
  return (
    <Card title="您可以">
      {asks && <Row title="问一问工考办" caption="把结果转给单位经办人，请他代问" action="转发" onPress={onShare} />}
      {asks && (
        <Row
          title={`先按${gradeName(grade)}准备材料`}
          caption={prepare}
          action="准备"
          onPress={() => open('apply', 'papers', { grade })}
        />
      )}
      {sure !== undefined && (
        <Row title={`改报${gradeName(sure)}`} caption="您符合条件" action="看" onPress={() => onShow(sure)} />
      )}
    </Card>
  )
}
