import { type ApplicationSummary } from '@app/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Answer, type Failure } from '@/shared/api/failure'
import { replace } from '@/shared/navigation'
import { signIn } from '@/shared/session/session'
import { privacy, sensitive } from '@/shared/texts/consents'
import { failureText } from '@/shared/texts/errors'
import { whatNext } from '@/shared/texts/stages'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { CheckLine } from '@/shared/ui/check-line'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { useBusy } from '@/shared/ui/use-busy'

/** What is going to happen, before the page is left to sign in. */
export const SignInFirst = ({ title, onSignedIn }: { title: string; onSignedIn: () => void }) => {
  const [failure, setFailure] = useState<Failure>()
  const { busy, run } = useBusy()
  const press = () =>
    void run(async () => {
      const answer = await signIn()
      if (answer.ok) onSignedIn()
      else setFailure(answer.failure)
    })
  return (
    <Page title={title} footer={<BottomBar primary={{ label: '微信登录', onPress: press, busy }} />}>
      {failure && <NoticeBar tone="error" text={failureText(failure)} />}
      <Card title="申报分三步">
        <View>1. 微信登录，看一看个人信息怎么用。</View>
        <View>2. 填申报表。自查时答过的不用再填，填到一半可以随时离开。</View>
        <View>3. 核对后提交，由单位经办人审核。</View>
      </Card>
    </Page>
  )
}

/** A draft to be filled in, or where an application is. */
export const openMine = ({ id, state }: ApplicationSummary) =>
  state === 'draft' ? replace('apply', 'tasks', { id }) : replace('track', 'status', { id })

export const AlreadyBegun = ({ title, mine }: { title: string; mine: ApplicationSummary }) => {
  const draft = mine.state === 'draft'
  return (
    <Page
      title={title}
      footer={<BottomBar primary={{ label: draft ? '接着填这一份' : '看这一份', onPress: () => openMine(mine) }} />}
    >
      <Card title="您今年已经有一份申报">
        <View>{whatNext(mine.state)}</View>
        <View className="caption">一年只能报一个工种、一个等级，所以不用再建一份。</View>
      </Card>
    </Page>
  )
}

interface Words {
  title: string
  words: readonly string[]
  agree: string
}

const Consent = ({ of, checked, onChange }: { of: Words; checked: boolean; onChange: (on: boolean) => void }) => (
  <Card title={of.title}>
    {of.words.map((words) => (
      <View key={words} className="form__words">
        {words}
      </View>
    ))}
    <CheckLine label={of.agree} checked={checked} onChange={onChange} />
  </Card>
)

interface ConsentsProps {
  title: string
  /** 同意，开始填写. */
  label: string
  /** Why they are asked for again. */
  note?: string
  begin: () => Promise<Answer<{ id: string }>>
  onBegun: (id: string) => void
}

/** Two consents, each by a tick of its own; nothing is stored before both are given. */
export const Consents = ({ title, label, note, begin: beginning, onBegun }: ConsentsProps) => {
  const [agreed, setAgreed] = useState({ privacy: false, sensitive: false })
  const [problem, setProblem] = useState<string>()
  const { busy, run } = useBusy()
  const begin = () => {
    if (!agreed.privacy || !agreed.sensitive) return setProblem('请先看说明，两处都勾选后再继续。')
    void run(async () => {
      const answer = await beginning()
      if (answer.ok) onBegun(answer.body.id)
      else setProblem(failureText(answer.failure))
    })
  }
  return (
    <Page title={title} footer={<BottomBar primary={{ label, onPress: begin, busy }} />}>
      {note && <NoticeBar tone="info" text={note} />}
      <Consent of={privacy} checked={agreed.privacy} onChange={(on) => setAgreed((now) => ({ ...now, privacy: on }))} />
      <Consent
        of={sensitive}
        checked={agreed.sensitive}
        onChange={(on) => setAgreed((now) => ({ ...now, sensitive: on }))}
      />
      {problem && <NoticeBar tone="error" text={problem} />}
    </Page>
  )
}
