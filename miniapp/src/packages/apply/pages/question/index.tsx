import { useRouter } from '@tarojs/taro'
import { usePack } from '@/shared/api/campaign'
import { open, openTab, replace } from '@/shared/navigation'
import { Button } from '@/shared/ui/button'
import { EmptyState } from '@/shared/ui/empty-state'
import { Page } from '@/shared/ui/page'
import { QuestionBody } from '../../parts/question/question-body'
import { asQuestionId } from '../../parts/answer-text'
import { useSelfCheck } from '../../parts/question/use-self-check'
import './index.scss'

/** The self-check: one question on a screen, without sign-in and without network. */
export default function Question() {
  const edit = asQuestionId(useRouter().params.edit)
  const asked = useSelfCheck({ pack: usePack(), edit })
  if (!asked) {
    return (
      <Page title="资格自查" back={() => openTab('home')}>
        <EmptyState
          title="要问的都问完了"
          text="您的回答都存着，可以看结果，也可以改回答。"
          action={{ label: '看结果', onPress: () => replace('apply', 'verdict') }}
        />
        <Button kind="text" label="改我的回答" onPress={() => open('apply', 'answers')} />
      </Page>
    )
  }
  const part = asked.question.parts?.[0]?.path ?? ''
  return <QuestionBody key={`${asked.question.id}${part}`} asked={asked} />
}
