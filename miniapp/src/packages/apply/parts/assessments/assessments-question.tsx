import { View } from '@tarojs/components'
import { type Pack, type YearlyAssessment } from '@app/shared-rules'
import { useState } from 'react'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'
import { type Asked } from '../question/asked'
import { QuestionFrame } from '../question/question-frame'
import { YearEditor } from './year-editor'

export const yearText = (pack: Pack, given: YearlyAssessment | undefined) => {
  if (!given) return undefined
  const member = given.outstandingPartyMember ? '，优秀共产党员' : ''
  const filed = given.filed === false ? '，还没备案' : ''
  return `${pack.texts.options.assessmentResult[given.result]}${member}${filed}`
}

/** The five years as cards; a year left open is one that the person cannot tell. */
export const AssessmentsQuestion = ({ asked }: { asked: Asked }) => {
  const { pack, question, answers, onAnswer } = asked
  const years = question.years ?? []
  const [given, setGiven] = useState<YearlyAssessment[]>(answers.facts.assessments ?? [])
  const [editing, setEditing] = useState<number>()
  const of = (year: number) => given.find((one) => one.year === year)
  const save = (one: YearlyAssessment) => {
    setGiven([...given.filter(({ year }) => year !== one.year), one].sort((a, b) => a.year - b.year))
    setEditing(undefined)
  }
  if (editing !== undefined) {
    const latest = editing === years[years.length - 1]
    return (
      <YearEditor
        pack={pack}
        year={editing}
        latest={latest}
        given={of(editing)}
        onSave={save}
        onCancel={() => setEditing(undefined)}
      />
    )
  }
  const open = years.filter((year) => of(year) === undefined)
  const fillUp = () => setGiven(years.map((year) => of(year) ?? { year, result: 'qualified' as const }))
  const nextLabel = open.length === 0 ? '下一题' : `其余 ${open.length} 年不清楚，下一题`
  return (
    <QuestionFrame
      asked={asked}
      unsureInside={given.length > 0}
      nextLabel={nextLabel}
      onNext={given.length > 0 ? () => onAnswer(given) : undefined}
    >
      <Card>
        {years.map((year) => {
          const text = yearText(pack, of(year))
          return (
            <Row
              key={year}
              title={`${year} 年`}
              caption={text ?? '还没选'}
              action={text ? '改' : '选'}
              onPress={() => setEditing(year)}
            />
          )
        })}
      </Card>
      {open.length > 0 && (
        <View className="question__fill">
          <Button
            kind="ghost"
            label={open.length === years.length ? '五年都是合格' : `其余 ${open.length} 年都是合格`}
            onPress={fillUp}
          />
        </View>
      )}
    </QuestionFrame>
  )
}
