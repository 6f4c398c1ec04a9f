import { View } from '@tarojs/components'
import { type Pack, type YearlyAssessment } from '@app/shared-rules'
import { useState } from 'react'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'
import { type Asked } from '../question/asked'
import { QuestionFrame } from '../question/question-frame'
import { YearEditor } from './year-editor'
import { yearText } from './year-text'

interface YearsProps {
  pack: Pack
  years: readonly number[]
  of: (year: number) => YearlyAssessment | undefined
  onEdit: (year: number) => void
  onFillUp: () => void
}

const Years = ({ pack, years, of, onEdit, onFillUp }: YearsProps) => {
  const open = years.filter((year) => of(year) === undefined).length
  const fill = open === years.length ? '五年都是合格' : `其余 ${open} 年都是合格`
  return (
    <View>
      <Card>
        {years.map((year) => {
          const text = yearText(pack, of(year))
          const action = text ? '改' : '选'
          return (
            <Row
              key={year}
              title={`${year} 年`}
              caption={text ?? '还没选'}
              action={action}
              onPress={() => onEdit(year)}
            />
          )
        })}
      </Card>
      {open > 0 && <Button kind="ghost" label={fill} onPress={onFillUp} />}
    </View>
  )
}

/** The five years as cards; a year left open is one that the person cannot tell. */
export const AssessmentsQuestion = ({ asked }: { asked: Asked }) => {
  const { pack, question, answers, onAnswer } = asked
  const years = question.years ?? []
  const [given, setGiven] = useState<YearlyAssessment[]>(answers.facts.assessments ?? [])
  const [editing, setEditing] = useState<number>()
  const of = (year: number) => given.find((one) => one.year === year)
  const close = () => setEditing(undefined)
  const save = (one: YearlyAssessment) => {
    setGiven([...given.filter(({ year }) => year !== one.year), one].sort((a, b) => a.year - b.year))
    close()
  }
  if (editing !== undefined) {
    const latest = editing === years[years.length - 1]
    return <YearEditor pack={pack} year={editing} latest={latest} given={of(editing)} onSave={save} onCancel={close} />
  }
  const open = years.length - given.length
  const onNext = given.length > 0 ? () => onAnswer(given) : undefined
  const nextLabel = open === 0 || open === years.length ? '下一题' : `其余 ${open} 年不清楚，下一题`
  const fillUp = () => setGiven(years.map((year) => of(year) ?? { year, result: 'qualified' }))
  return (
    <QuestionFrame asked={asked} unsureInside={given.length > 0} nextLabel={nextLabel} onNext={onNext}>
      <Years pack={pack} years={years} of={of} onEdit={setEditing} onFillUp={fillUp} />
    </QuestionFrame>
  )
}
