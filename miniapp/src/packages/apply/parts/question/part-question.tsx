import { type Facts, UNSURE } from '@app/shared-rules'
import { useState } from 'react'
import { DateWheel } from '@/shared/ui/date-wheel'
import { OptionList } from '@/shared/ui/option-list'
import { type Asked } from './asked'
import { QuestionFrame } from './question-frame'

/** The month that a path stands for, `YYYY-MM`. */
const monthAt = (facts: Facts, path: string): string => {
  const index = Number(/\[(\d+)\]/.exec(path)?.[1])
  const honour = facts.honours?.[index]
  if (path.startsWith('certificates')) return facts.certificates?.[index]?.issuedOn ?? ''
  if (path.startsWith('honours')) return (honour?.kind === 'patent' ? honour.grantedOn : honour?.awardedOn) ?? ''
  if (path === 'birthDate') return facts.birthDate ?? ''
  return (path === 'regularisedOn' ? facts.regularisedOn : facts.falsificationFoundOn) ?? ''
}

/** One part at a time; the next one is asked if it still matters then. */
const usePart = ({ question, answers, onAnswer }: Asked) => {
  const part = question.parts?.[0]
  const path = part?.path ?? question.key
  const single = path === question.key
  const tell = (value: unknown) =>
    onAnswer(single || (value === UNSURE && part === undefined) ? value : { [path]: value })
  return { path, label: part?.label || undefined, month: monthAt(answers.facts, path), tell }
}

/** Only the day: year and month are known. */
export const DayQuestion = ({ asked }: { asked: Asked }) => {
  const { label, month, tell } = usePart(asked)
  const [day, setDay] = useState(`${month.slice(0, 7)}-01`)
  return (
    <QuestionFrame asked={{ ...asked, onAnswer: tell }} about={label} onNext={() => tell(day)}>
      <DateWheel
        label={asked.pack.texts.facts[asked.question.key]}
        value={day}
        onChange={setDay}
        precision="day-only"
        min={`${month.slice(0, 7)}-01`}
        max={`${month.slice(0, 7)}-31`}
      />
    </QuestionFrame>
  )
}

/** The year of issue, or the one before: a certificate of January to March may be either's. */
export const ExamYearQuestion = ({ asked }: { asked: Asked }) => {
  const { label, month, tell } = usePart(asked)
  const [chosen, setChosen] = useState<string>()
  const issued = Number(month.slice(0, 4))
  const options = [issued - 1, issued].map((year) => ({ value: String(year), label: `${year} 年` }))
  const next = chosen === undefined ? undefined : () => tell(Number(chosen))
  return (
    <QuestionFrame asked={{ ...asked, onAnswer: tell }} about={label} onNext={next}>
      <OptionList label={asked.question.title} options={options} value={chosen} onChange={setChosen} />
    </QuestionFrame>
  )
}
