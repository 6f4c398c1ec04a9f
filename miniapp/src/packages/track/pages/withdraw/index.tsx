import { type ApplicationView } from '@app/contract'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call, newKey } from '@/shared/api/api'
import { usePack } from '@/shared/api/campaign'
import { useLoaded } from '@/shared/api/use-loaded'
import { goBack, openTab } from '@/shared/navigation'
import { localDraft } from '@/shared/storage/local-draft'
import { chineseDay } from '@/shared/texts/days'
import { failureText } from '@/shared/texts/errors'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { FailurePage } from '@/shared/ui/failure-page'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { TextField } from '@/shared/ui/text-field'
import { useBusy } from '@/shared/ui/use-busy'

const title = '撤回申报'

/** Nothing of it stays on this phone. */
const done = ({ id, state }: ApplicationView) => {
  localDraft(id).clear()
  if (state === 'draft') openTab('applications')
  else goBack()
}

const Consequences = ({ view, closes }: { view: ApplicationView; closes: string }) =>
  view.state === 'draft' ? (
    <Card title="删掉以后">
      <View className="form__words">这份申报表里填的都不要了。自查的回答还在。</View>
      <View>{`想再报，在 ${chineseDay(closes)}24:00 前重新开始申报。`}</View>
    </Card>
  ) : (
    <Card title="撤回以后">
      <View className="form__words">这份申报就办结了，单位和工考办都会看到您撤回了。</View>
      <View className="form__words">{`想再报，要在 ${chineseDay(closes)}24:00 前重新申报。`}</View>
      <View>只是想改内容？请让单位经办人退回给您改，不用撤回。</View>
    </Card>
  )

const useWithdrawal = (view: ApplicationView) => {
  const [key] = useState(newKey)
  const [problem, setProblem] = useState<string>()
  const { busy, run } = useBusy()
  const withdraw = (reason: string) =>
    void run(async () => {
      const path = `/applications/${view.id}/withdrawal`
      const body = reason.trim() ? { reason: reason.trim() } : {}
      const answer = await call<ApplicationView>({ method: 'POST', path, body, key, version: view.version })
      if (answer.ok) done(view)
      else setProblem(failureText(answer.failure))
    })
  return { problem, busy, withdraw }
}

const Confirm = ({ view }: { view: ApplicationView }) => {
  const closes = usePack().schedule.registrationClosesOn
  const draft = view.state === 'draft'
  const [reason, setReason] = useState('')
  const { problem, busy, withdraw } = useWithdrawal(view)
  return (
    <>
      <Consequences view={view} closes={closes} />
      {!draft && (
        <Card>
          <TextField id="reason" label="为什么撤回（可以不填）" value={reason} onChange={setReason} />
        </Card>
      )}
      {problem && <NoticeBar tone="error" text={problem} />}
      <Button kind="danger" label={draft ? '确定删掉' : '确定撤回'} busy={busy} onPress={() => withdraw(reason)} />
      <Button kind="text" label={draft ? '不删' : '不撤回'} onPress={goBack} />
    </>
  )
}

/** What withdrawing means, before it is done. */
export default function Withdraw() {
  const id = useRouter().params.id ?? ''
  const { body, failure, reload } = useLoaded<ApplicationView>(`/applications/${id}`)
  if (body) {
    return (
      <Page title={title}>
        <Confirm view={body} />
      </Page>
    )
  }
  return failure ? <FailurePage title={title} failure={failure} onRetry={reload} /> : <Page title={title} loading />
}
