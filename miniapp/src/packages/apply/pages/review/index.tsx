import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { askToSubscribe } from '@/shared/device/subscribe'
import { type PaperPages } from '@/shared/upload/types'
import { usePaperPages } from '@/shared/upload/use-paper-pages'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { DraftPage } from '../../parts/draft/draft-page'
import { tasksOf } from '../../parts/draft/tasks'
import { useSubmission, waitingText } from '../../parts/draft/use-submission'
import { type Draft, useDraft } from '../../parts/draft/use-draft'
import { MissingPapers } from '../../parts/papers/missing-papers'
import { ReviewContent } from '../../parts/review-content'
import { SubmitProblem } from '../../parts/submit-problem'

/** Papers that could not be loaded keep nobody from submitting: the server knows them. */
const openTasks = (draft: Draft, pages: PaperPages) =>
  draft.view.state === 'draft'
    ? tasksOf(draft, pages).filter(({ id, open }) => open && (id !== 'papers' || pages.view !== undefined))
    : []

interface BarProps {
  draft: Draft
  pages: PaperPages
  again: boolean
  sending: ReturnType<typeof useSubmission>
}

const Bar = ({ draft, pages, again, sending: { busy, send, waiting, stop } }: BarProps) => {
  if (waiting) {
    const primary = { label: '', onPress: stop, busy: true, busyLabel: '等检查完，自动提交…' }
    return <BottomBar primary={primary} secondary={{ label: '先不提交', onPress: stop }} />
  }
  const todo = openTasks(draft, pages).map(({ title }) => title)
  const label = again ? '确认无误，重新提交' : '确认无误，提交'
  const note = todo.length > 0 ? `还没填好：${todo.join('、')}` : '提交后由单位经办人审核'
  const onPress = () => void askToSubscribe(['todo', 'progress', 'exam']).then(() => send())
  const primary = { label, onPress, busy, busyLabel: '正在提交…', disabled: todo.length > 0 }
  return <BottomBar primary={primary} note={again ? undefined : note} />
}

/** Everything once more, each line with the way to change it; then it is submitted. */
export default function Review() {
  const id = useRouter().params.id ?? ''
  const opened = useDraft(id)
  const pages = usePaperPages(id)
  const [unanswered] = useState(opened.local?.sending !== undefined)
  const sending = useSubmission(id, unanswered, pages)
  const { failure, send, waiting } = sending
  const again = opened.draft?.view.actions.includes('correct') === true
  return (
    <DraftPage
      title="提交前核对"
      opened={opened}
      footer={(draft) => <Bar draft={draft} pages={pages} again={again} sending={sending} />}
    >
      {(draft) => (
        <>
          {waiting && <NoticeBar tone="info" text={waitingText(pages)} />}
          {failure && <SubmitProblem id={id} failure={failure} papers={pages.papers} onAccept={send} />}
          {!failure && !waiting && <NoticeBar tone="info" text="请从头到尾看一遍。有不对的，点“改”。" />}
          <MissingPapers id={id} papers={pages.papers} />
          <ReviewContent draft={draft} pages={pages} />
        </>
      )}
    </DraftPage>
  )
}
