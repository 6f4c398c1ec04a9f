import { type Verdict } from '@app/shared-rules'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { refreshCampaign } from '@/shared/api/campaign'
import { type Failure } from '@/shared/api/failure'
import { replace } from '@/shared/navigation'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { useBusy } from '@/shared/ui/use-busy'
import { DraftPage } from '../../parts/draft/draft-page'
import { submit } from '../../parts/draft/submit'
import { tasksOf } from '../../parts/draft/tasks'
import { type Draft, useDraft } from '../../parts/draft/use-draft'
import { ReviewContent } from '../../parts/review-content'
import { SubmitProblem } from '../../parts/submit-problem'

const useSubmission = (id: string, unanswered: boolean) => {
  const [failure, setFailure] = useState<Failure>()
  const { busy, run } = useBusy()
  const send = (acknowledged?: Verdict) =>
    void run(async () => {
      setFailure(undefined)
      const outcome = await submit(id, acknowledged)
      if (outcome.state === 'submitted') replace('apply', 'result', { id })
      if (outcome.state !== 'failed') return
      setFailure(outcome.failure)
      // the server computed with newer data of the office: from now on this phone does too
      if (outcome.failure.code === 'verdict-differs') void refreshCampaign()
    })
  // the app was closed, or the network went, before the answer came: ask for it
  useEffect(() => {
    if (unanswered) send()
  }, [unanswered]) // eslint-disable-line react-hooks/exhaustive-deps -- once, when such a submission is found
  return { failure, busy, send }
}

const openTasks = (draft: Draft) => (draft.view.state === 'draft' ? tasksOf(draft).filter((task) => task.open) : [])

/** Everything once more, each line with the way to change it; then it is submitted. */
export default function Review() {
  const id = useRouter().params.id ?? ''
  const opened = useDraft(id)
  const [unanswered] = useState(opened.local?.sending !== undefined)
  const { failure, busy, send } = useSubmission(id, unanswered)
  const again = opened.draft?.view.actions.includes('correct') === true
  const footer = (draft: Draft) => {
    const todo = openTasks(draft).map(({ title }) => title)
    const label = again ? '确认无误，重新提交' : '确认无误，提交'
    const note = todo.length > 0 ? `还没填好：${todo.join('、')}` : '提交后由单位经办人审核'
    const primary = { label, onPress: () => send(), busy, busyLabel: '正在提交…', disabled: todo.length > 0 }
    return <BottomBar primary={primary} note={again ? undefined : note} />
  }
  return (
    <DraftPage title="提交前核对" opened={opened} footer={footer}>
      {(draft) => (
        <>
          {failure && <SubmitProblem id={id} failure={failure} onAccept={send} />}
          {!failure && <NoticeBar tone="info" text="请从头到尾看一遍。有不对的，点“改”。" />}
          <ReviewContent draft={draft} />
        </>
      )}
    </DraftPage>
  )
}
