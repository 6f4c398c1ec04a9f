import { type NoticeSettings } from '@app/contract'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type Failure } from '@/shared/api/failure'
import { failureText } from '@/shared/texts/errors'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { CheckLine } from '@/shared/ui/check-line'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Row } from '@/shared/ui/row'
import { EmailForm } from './email-form'
import { type NoticeWays } from './use-notice-settings'

type Address = NonNullable<NoticeSettings['address']>

const AddressRow = ({ address: { masked, state } }: { address: Address }) =>
  state === 'from-list' ? (
    <Row title={masked} caption="工考办经办人名单上的地址。要换，请联系工考办改名单。" />
  ) : (
    <Row title={masked} tag={{ tone: 'ok', word: '已确认' }} />
  )

interface Props {
  settings: NoticeSettings
  problem: Failure | undefined
  ways: Pick<NoticeWays, 'busy' | 'change' | 'giveEmail' | 'confirmEmail'>
}

/** Mail: on or off, and where to. A contact's address is the one on the office's list. */
export const EmailCard = ({
  settings: { email, address },
  problem,
  ways: { busy, change, giveEmail, confirmEmail },
}: Props) => {
  const [typing, setTyping] = useState(false)
  const end = () => setTyping(false)
  const forget = async () => {
    const content = '以后不再发邮件，消息还在小程序的“消息”里。'
    const asked = await Taro.showModal({ title: '删掉这个邮箱？', content, confirmText: '删掉', cancelText: '不删' })
    if (asked.confirm) giveEmail('', end)
  }
  const own = address?.state === 'confirmed'
  return (
    <Card title="电子邮件">
      {address && (
        <CheckLine
          kind="switch"
          label="发邮件提醒我"
          checked={email}
          onChange={(on) => change('email', { email: on })}
        />
      )}
      {address && <AddressRow address={address} />}
      {!address && <Row title="可以不填" caption="填了邮箱，微信发不到您的时候，消息会发到邮箱。" />}
      {problem && <NoticeBar tone="error" text={failureText(problem)} />}
      {(typing || !address) && <EmailForm busy={busy} onGive={giveEmail} onConfirm={confirmEmail} onEnd={end} />}
      {own && !typing && <Button kind="text" label="换一个邮箱" onPress={() => setTyping(true)} />}
      {own && !typing && <Button kind="text" label="删掉这个邮箱" onPress={() => void forget()} />}
      {own && typing && <Button kind="text" label="不换了" onPress={end} />}
    </Card>
  )
}
