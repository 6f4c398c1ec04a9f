import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { goBack } from '@/shared/navigation'
import { declaration } from '@/shared/texts/consents'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { CheckLine } from '@/shared/ui/check-line'
import { ClauseLink } from '@/shared/ui/clause-link'
import { DraftPage } from '../../parts/draft/draft-page'
import { type Draft, useDraft } from '../../parts/draft/use-draft'

const accept = (draft: Draft, accepted: boolean) => {
  draft.change({ form: { declaration: { accepted, version: declaration.version } } })
  void draft.store()
}

/** 承诺: read, then accepted with a tick. */
export default function Declare() {
  const opened = useDraft(useRouter().params.id ?? '')
  const accepted = opened.draft?.form.declaration?.accepted === true
  return (
    <DraftPage
      title={declaration.title}
      opened={opened}
      footer={() => <BottomBar primary={{ label: '好了', onPress: goBack, disabled: !accepted }} />}
    >
      {(draft) => (
        <Card title="本人郑重承诺">
          {declaration.words.map((words, at) => (
            <View key={words} className="form__words">{`${at + 1}. ${words}`}</View>
          ))}
          <ClauseLink clause={declaration.clause} prefix="依据 " />
          <CheckLine label={declaration.agree} checked={accepted} onChange={(on) => accept(draft, on)} />
        </Card>
      )}
    </DraftPage>
  )
}
