import { View } from '@tarojs/components'
import {
  type Assessment,
  type Facts,
  type Grade,
  type GradeAssessment,
  type Pack,
  readingWords,
} from '@app/shared-rules'
import { answerLines } from '@/shared/texts/grades'
import { Card } from '@/shared/ui/card'
import { ClauseLink } from '@/shared/ui/clause-link'
import { WaysToRead } from './ways-to-read'

interface Props {
  pack: Pack
  facts: Facts
  assessment: Assessment
  grade: Grade
}

const Open = ({ pack, facts, grade, of }: Omit<Props, 'assessment'> & { of: GradeAssessment }) => (
  <View>
    {of.openReadings.map((id) => {
      const { question, clause } = readingWords(pack, id)
      return (
        <View key={id} className="verdict__open">
          <View>{clause ? `通知没写明：${question}。` : `${question}。`}</View>
          <WaysToRead pack={pack} facts={facts} grade={grade} reading={id} />
          {clause && <ClauseLink clause={clause} prefix="原文 " />}
        </View>
      )
    })}
    <View className="caption">请问工考办，或请单位经办人代问。问清以前不算“不符合”。</View>
  </View>
)

const Routes = ({ pack, of }: { pack: Pack; of: GradeAssessment }) => (
  <View>
    {of.manualRoutes.map((route) => {
      const { title, how, clause } = pack.texts.manualRoutes[route]
      return (
        <View key={route} className="verdict__open">
          <View className="verdict__route">{`${title}。`}</View>
          <View>{how}</View>
          <ClauseLink clause={clause} prefix="原文 " />
        </View>
      )
    })}
  </View>
)

const missingText = (pack: Pack, { missing }: GradeAssessment) =>
  `还缺：${missing.map((key) => pack.texts.facts[key]).join('、')}。点下面“接着答”补上。`

/** The answer, first in words; then what it hangs on. */
export const AnswerCard = ({ pack, facts, assessment, grade }: Props) => {
  const of = assessment.grades[`${grade}`]
  const occupation = pack.occupations.find(({ code }) => code === assessment.occupation)?.name
  return (
    <Card>
      <View className="caption">{occupation ? `按您填的情况 · ${occupation}` : '按您填的情况'}</View>
      <View className="heading" role="heading" aria-level={2}>
        {answerLines(assessment, grade).map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
      {of.verdict === 'eligible' && (
        <View className="caption verdict__but">还须本人申请、单位同意。最后以工考机构审查为准。</View>
      )}
      {of.verdict === 'confirm' && <Open pack={pack} facts={facts} grade={grade} of={of} />}
      {of.verdict === 'incomplete' && <View className="verdict__but">{missingText(pack, of)}</View>}
      {of.manualRoutes.length > 0 && <Routes pack={pack} of={of} />}
    </Card>
  )
}
