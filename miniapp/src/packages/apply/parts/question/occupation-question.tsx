import { useState } from 'react'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { OccupationPicker } from '../occupation-picker'
import { type Asked } from './asked'
import { QuestionFrame } from './question-frame'

/** A 工种 of the directory; the one applied for is at first the one worked in. */
export const OccupationQuestion = ({ asked }: { asked: Asked }) => {
  const { pack, question, answers, onAnswer } = asked
  const { occupation, targetOccupation } = answers.facts
  const [code, setCode] = useState(question.key === 'targetOccupation' ? (targetOccupation ?? occupation) : occupation)
  return (
    <QuestionFrame asked={asked} onNext={code === undefined ? undefined : () => onAnswer(code)}>
      {pack.sampleDirectory && (
        <NoticeBar
          tone="info"
          text="工考办的工种目录还没取到，下面只是几个示例。没有您的工种，请点“不清楚，先跳过”。"
        />
      )}
      <OccupationPicker label={question.title} occupations={pack.occupations} value={code} onChange={setCode} />
    </QuestionFrame>
  )
}
