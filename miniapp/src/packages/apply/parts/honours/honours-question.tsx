import { View } from '@tarojs/components'
import { type Honour } from '@app/shared-rules'
import { useState } from 'react'
import { Card } from '@/shared/ui/card'
import { honourKindOptions } from '../../texts/choices'
import { ItemCards } from '../item-cards'
import { type Asked } from '../question/asked'
import { QuestionFrame } from '../question/question-frame'
import { useItems } from '../use-items'
import { HonourEditor } from './honour-editor'
import { honourText } from './honour-text'

/** Commendations, prizes and patents as cards that one adds. */
export const HonoursQuestion = ({ asked }: { asked: Asked }) => {
  const { pack, answers, onAnswer } = asked
  const [honours, setHonours] = useState<Honour[]>(answers.facts.honours ?? [])
  const { editing, edit, save, remove, close } = useItems(honours, setHonours)
  if (editing !== undefined) {
    return (
      <HonourEditor
        label={`第 ${editing + 1} 项奖励`}
        pack={pack}
        given={honours[editing]}
        onSave={save}
        onCancel={close}
      />
    )
  }
  const none = honours.length === 0
  const cards = honours.map((one, at) => ({ key: `${at}`, ...honourText(pack, one) }))
  return (
    <QuestionFrame asked={asked} nextLabel={none ? '都没有' : '就这些，下一题'} onNext={() => onAnswer(honours)}>
      {none && (
        <Card>
          {honourKindOptions(pack).map(({ value, label }) => (
            <View key={value} className="question__list">
              {`· ${label}`}
            </View>
          ))}
        </Card>
      )}
      <ItemCards
        items={cards}
        addLabel={none ? '有，添加一项' : '再添加一项'}
        onAdd={() => edit(honours.length)}
        onEdit={edit}
        onRemove={remove}
      />
    </QuestionFrame>
  )
}
