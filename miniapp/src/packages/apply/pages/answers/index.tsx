import { answeredQuestions, planNext } from '@app/shared-rules'
import Taro from '@tarojs/taro'
import { usePack } from '@/shared/api/campaign'
import { open, replace } from '@/shared/navigation'
import { answers as kept } from '@/shared/storage/answers'
import { useStored } from '@/shared/storage/stored'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { EmptyState } from '@/shared/ui/empty-state'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'
import { answerText } from '../../parts/answer-text'

const startAgain = async () => {
  const content = '所有回答都会删掉，从第一题重新答。'
  const asked = await Taro.showModal({ title: '重新开始？', content, confirmText: '重新开始', cancelText: '不' })
  if (!asked.confirm) return
  kept.clear()
  replace('apply', 'question')
}

/** Every answer; any of them can be changed, and the others stay. */
export default function Answers() {
  const pack = usePack()
  const answers = useStored(kept)
  const ids = answeredQuestions(answers)
  if (ids.length === 0) {
    const action = { label: '开始自查', onPress: () => replace('apply', 'question') }
    return (
      <Page title="我的回答">
        <EmptyState title="还没有回答" text="自查时答的每一题都会列在这里，随时可以改。" action={action} />
      </Page>
    )
  }
  const more = planNext(pack, answers.facts, undefined, answers.declined).next !== undefined
  const primary = more
    ? { label: '接着答', onPress: () => replace('apply', 'question') }
    : { label: '看结果', onPress: () => replace('apply', 'verdict') }
  return (
    <Page title="我的回答" footer={<BottomBar primary={primary} />}>
      <Card>
        {ids.map((id) => (
          <Row
            key={id}
            title={pack.texts.questions[id].title}
            caption={answerText(pack, answers, id)}
            action="改"
            onPress={() => open('apply', 'question', { edit: id })}
          />
        ))}
      </Card>
      <Button kind="text" label="全部重新答" onPress={() => void startAgain()} />
    </Page>
  )
}
