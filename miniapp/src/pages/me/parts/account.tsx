import { type ContactUnit } from '@app/contract'
import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { type Failure } from '@/shared/api/failure'
import { hasReturnedCode } from '@/shared/device/sign-in'
import { open } from '@/shared/navigation'
import { endSession, refreshAccount } from '@/shared/session/account'
import { signIn } from '@/shared/session/session'
import { hasUnsent } from '@/shared/storage/local-draft'
import { tokens } from '@/shared/session/tokens'
import { hasUnsentPages } from '@/shared/upload/uploads'
import { useAccount } from '@/shared/session/use-account'
import { failureText } from '@/shared/texts/errors'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { PhoneCard } from '@/shared/ui/phone-card'
import { Row } from '@/shared/ui/row'
import { useBusy } from '@/shared/ui/use-busy'

const SignIn = ({ onFailed }: { onFailed: (failure: Failure | undefined) => void }) => {
  const { busy, run } = useBusy()
  const press = () =>
    void run(async () => {
      const answer = await signIn()
      onFailed(answer.ok ? undefined : answer.failure)
    })
  return (
    <Card title="还没有登录">
      <Row title="登录后可以申报、看进度" caption="自查不用登录" />
      <Button label="微信登录" busy={busy} onPress={press} />
    </Card>
  )
}

const unsent = '有的内容或照片还没送到服务器，现在退出会丢。连上网、打开申报表看到都传好了，再退出。'

/** Nothing typed is lost without a word. */
const leave = async () => {
  if (hasUnsent() || hasUnsentPages()) {
    const asked = await Taro.showModal({
      title: '现在退出？',
      content: unsent,
      confirmText: '仍要退出',
      cancelText: '先不退',
    })
    if (!asked.confirm) return
  }
  await endSession()
}

/** The desk of who is on the office's list today. */
const Desk = ({ units }: { units: readonly ContactUnit[] }) => (
  <Card title="我是经办人">
    {units.map(({ code, name, role }) => (
      <Row
        key={`${code}${role}`}
        title={name}
        caption={role === 'unit-contact' ? '单位经办人' : '主管部门经办人'}
        action="去审核"
        onPress={() => open('unit-desk', 'list')}
      />
    ))}
  </Card>
)

/** Who is signed in, by which phone number, and as whose contact. */
export const AccountCards = () => {
  const account = useAccount()
  const [failure, setFailure] = useState<Failure>()
  const refresh = async () => {
    if (!tokens.get() && !hasReturnedCode()) return
    const answer = await refreshAccount()
    setFailure(answer.ok ? undefined : answer.failure)
  }
  useDidShow(() => void refresh())
  const notice = failure && failure.code !== 'sign-in-needed' && <NoticeBar tone="warn" text={failureText(failure)} />
  if (!account) {
    return (
      <>
        {notice}
        <SignIn onFailed={setFailure} />
      </>
    )
  }
  return (
    <>
      {notice}
      {account.contactOf.length > 0 && <Desk units={account.contactOf} />}
      <PhoneCard why="单位经办人凭这个号码认定。申报人可以不用。" />
      <Card>
        <Row title="已登录" caption="没提交的申报存在服务器上，下次登录接着填。退出后这部手机上不留身份证号。" />
        <Button kind="text" label="退出登录" onPress={() => void leave()} />
      </Card>
    </>
  )
}
