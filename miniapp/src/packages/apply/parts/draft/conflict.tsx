import { View } from '@tarojs/components'
import { usePack } from '@/shared/api/campaign'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'
import { type LocalDraft, localDraft } from '@/shared/storage/local-draft'
import { partText, partTitle } from './part-text'
import { clashes, merged, type Part, without } from './parts'

interface Props {
  title: string
  id: string
  local: LocalDraft
  /** After the choice: the page goes on from it. */
  onChosen: () => void
}

type Chosen = 'here' | 'there'

/** Ours rests on their version from now on, or gives way to it where the two differ. */
const choose = (id: string, local: LocalDraft, chosen: Chosen) => {
  const { conflict, ...rest } = local
  const { view, changes } = local
  if (!conflict) return
  localDraft(id).set({
    ...rest,
    view: conflict,
    changes: chosen === 'here' ? changes : without(changes, clashes(view, changes, conflict)),
  })
}

/** What another phone saved beside what was typed here: nothing is overwritten before the person has chosen. */
export const Conflict = ({ title, id, local, onChosen }: Props) => {
  const pack = usePack()
  const { conflict, view, changes } = local
  if (!conflict) return null
  const [here, there] = [merged(view, changes), conflict]
  const pick = (chosen: Chosen) => {
    choose(id, local, chosen)
    onChosen()
  }
  const words = (part: Part, of: typeof here, other: typeof here) => partText(pack, part, of, other, [view, conflict])
  const footer = (
    <BottomBar
      primary={{ label: '用这部手机的', onPress: () => pick('here') }}
      secondary={{ label: '用另一部的', onPress: () => pick('there') }}
      note="选一份保留，另一份不再用"
    />
  )
  return (
    <Page title={title} footer={footer}>
      <NoticeBar tone="warn" text="这份申报刚在别的手机上改过。两边的内容都还在，请看一看，选一份保留。" />
      {clashes(view, changes, conflict).map((part) => (
        <Card key={part} title={partTitle(part)}>
          <Row title={words(part, here, there)} caption="这部手机上填的" />
          <Row title={words(part, there, here)} caption="另一部手机上存的" />
        </Card>
      ))}
      <View className="caption">没有列出的内容，两边是一样的，或者只在一边改过，都会保留。</View>
    </Page>
  )
}
