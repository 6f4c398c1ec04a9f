import { UNSURE } from '@app/shared-rules'
import { useState } from 'react'
import { OptionList } from '@/shared/ui/option-list'
import { type Asked } from './asked'
import { asAnswer, givenOption } from './given'
import { QuestionFrame } from './question-frame'

const unsure = { value: UNSURE, label: '不清楚', hint: '先往下答，结果里会告诉您问谁' }

/** One of a few; “不清楚” is one of them. */
export const ChoiceQuestion = ({ asked }: { asked: Asked }) => {
  const { question, answers, onAnswer } = asked
  const [chosen, setChosen] = useState(() => givenOption(answers, question.key))
  const options = [...(question.options ?? []), ...(question.maySayUnsure ? [unsure] : [])]
  const next = chosen === undefined ? undefined : () => onAnswer(asAnswer(question.kind, chosen))
  return (
    <QuestionFrame asked={asked} unsureInside onNext={next}>
      <OptionList label={question.title} options={options} value={chosen} onChange={setChosen} />
    </QuestionFrame>
  )
}
