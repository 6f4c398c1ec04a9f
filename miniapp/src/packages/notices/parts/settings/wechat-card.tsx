import { type NoticeSettings, type SubscribeTemplate } from '@app/contract'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { type Failure } from '@/shared/api/failure'
import { askToSubscribe, hasTemplates, loadTemplates, subscribesHere } from '@/shared/device/subscribe'
import { type Asked } from '@/shared/device/subscribe-asked'
import { failureText } from '@/shared/texts/errors'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { CheckLine } from '@/shared/ui/check-line'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Row } from '@/shared/ui/row'
import { type TagProps } from '@/shared/ui/tag'

const kinds: readonly { kind: SubscribeTemplate; title: string; caption: string }[] = [
  { kind: 'todo', title: '要您办的事', caption: '退回、缴费等有期限的事' },
  { kind: 'progress', title: '办到哪一步了', caption: '提交、通过、确认' },
  { kind: 'exam', title: '培训和考试', caption: '时间、地点、结果' },
]

const leftTag = (left: number): TagProps =>
  left > 0 ? { tone: 'ok', word: `还能发 ${left} 条` } : { tone: 'ask', sign: '！', word: '还能发 0 条' }

const told: Record<Asked, { tone: 'info' | 'warn'; text: string } | undefined> = {
  asked: { tone: 'info', text: '微信记好以后，上面的条数就会变。过一会儿还没变，退出这一页再进来看看。' },
  'switched-off': {
    tone: 'warn',
    text: '微信里，这个小程序的消息总开关是关着的。点右上角“···”，点“设置”，点“通知管理”，打开开关，再回来点一次。',
  },
  failed: { tone: 'warn', text: '微信的窗口没有打开，请再点一次。还不行也不要紧，消息都在小程序的“消息”里。' },
  'not-asked': undefined,
}

interface AllowProps {
  asked: Asked | undefined
  onAsked: (asked: Asked) => void
}

const Told = ({ asked }: Pick<AllowProps, 'asked'>) => {
  const notice = asked && told[asked]
  return notice ? <NoticeBar {...notice} /> : null
}

const Allow = ({ asked, onAsked }: AllowProps) => (
  <>
    <Row
      title="怎么多收几条"
      caption="微信规定：您同意一次，每一种只能发一条。点下面的按钮，在弹出的窗口里点“允许”；勾上“总是保持以上选择”，以后不用再选。"
    />
    <Told asked={asked} />
    <Button
      kind="ghost"
      label="再允许几条"
      onPress={() => void askToSubscribe(['todo', 'progress', 'exam']).then(onAsked)}
    />
  </>
)

interface Props {
  settings: NoticeSettings
  problem: Failure | undefined
  onSwitch: (on: boolean) => void
  onAsked: () => void
}

const useAllowing = (reload: () => void) => {
  const [ready, setReady] = useState(hasTemplates)
  const [asked, setAsked] = useState<Asked>()
  useDidShow(() => void loadTemplates().then(() => setReady(hasTemplates())))
  const end = (how: Asked) => {
    setAsked(how)
    reload()
  }
  return { ready, asked, end }
}

/** Messages in WeChat itself: on or off, how many are left, and the tap that allows more. */
export const WechatCard = ({ settings: { wechat, wechatLeft }, problem, onSwitch, onAsked }: Props) => {
  const { ready, asked, end } = useAllowing(onAsked)
  return (
    <Card title="微信">
      <CheckLine kind="switch" label="在微信里提醒我" checked={wechat} onChange={onSwitch} />
      {problem && <NoticeBar tone="error" text={failureText(problem)} />}
      {wechat &&
        kinds.map(({ kind, title, caption }) => (
          <Row key={kind} title={title} caption={caption} tag={leftTag(wechatLeft[kind])} />
        ))}
      {wechat && ready && <Allow asked={asked} onAsked={end} />}
      {wechat && !ready && (
        <NoticeBar
          tone="info"
          text={
            subscribesHere
              ? '微信提醒还没有开通，先看小程序里的“消息”。'
              : '网页上不能允许微信提醒，请在手机微信的小程序里点。'
          }
        />
      )}
    </Card>
  )
}
