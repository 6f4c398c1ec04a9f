import { NONE } from '@app/shared-rules'
import { useState } from 'react'
import { DateWheel } from '@/shared/ui/date-wheel'
import { clampDate, toParts, toText } from '@/shared/ui/date-parts'
import { OptionList } from '@/shared/ui/option-list'
import { type Asked } from './asked'
import { dateRange } from './date-range'
import { givenDate, givenOption } from './given'
import { QuestionFrame } from './question-frame'

const useMonth = ({ pack, answers, question }: Asked) => {
  const given = givenDate(answers, question.key)
  const { min, max, start } = dateRange(pack, answers, question.key)
  const first = toParts((given ?? start).slice(0, 7)) ?? { year: pack.year, month: 1 }
  const [month, setMonth] = useState(() => toText(clampDate(first, min, max)))
  // an unchanged month keeps the day that was asked for it
  const answer = given?.startsWith(month) ? given : month
  return { min, max, month, setMonth, answer }
}

/** Year and month by wheel; what is shown is what is taken. */
export const MonthQuestion = ({ asked }: { asked: Asked }) => {
  const { min, max, month, setMonth, answer } = useMonth(asked)
  return (
    <QuestionFrame asked={asked} onNext={() => asked.onAnswer(answer)}>
      <DateWheel
        label={asked.pack.texts.facts[asked.question.key]}
        value={month}
        onChange={setMonth}
        precision="month"
        min={min}
        max={max}
      />
    </QuestionFrame>
  )
}

const options = [
  { value: NONE, label: '没有' },
  { value: 'date', label: '有' },
] as const

/** A date, or never: the wheels come only with “有”. */
export const MonthOrNoneQuestion = ({ asked }: { asked: Asked }) => {
  const { question, answers, onAnswer } = asked
  const before = givenOption(answers, question.key)
  const [chosen, setChosen] = useState(before === undefined || before === NONE ? before : 'date')
  const { min, max, month, setMonth, answer } = useMonth(asked)
  const next = chosen === undefined ? undefined : () => onAnswer(chosen === NONE ? NONE : answer)
  return (
    <QuestionFrame asked={asked} onNext={next}>
      <OptionList
        label={question.title}
        options={options}
        value={chosen === NONE ? NONE : chosen && 'date'}
        onChange={setChosen}
      />
      {chosen === 'date' && (
        <DateWheel label="查出的时间" value={month} onChange={setMonth} precision="month" min={min} max={max} />
      )}
    </QuestionFrame>
  )
}
