import { type UnreadCount } from '@app/contract'
import { useLoaded } from '@/shared/api/use-loaded'
import { open } from '@/shared/navigation'
import { useAccount } from '@/shared/session/use-account'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'
import { type TagProps } from '@/shared/ui/tag'

const tagOf = (unread: number | undefined): TagProps | undefined =>
  unread ? { tone: 'info', sign: '●', word: `${unread} 条未读` } : undefined

/** The inbox, with how much of it is unread, and how one is told. */
export const NoticesCard = () => {
  const account = useAccount()
  const { body } = useLoaded<UnreadCount>(account && '/notices/unread')
  if (!account) return null
  return (
    <Card>
      <Row
        title="消息"
        caption="进展和要您办的事"
        tag={tagOf(body?.unread)}
        action="看"
        onPress={() => open('notices', 'list')}
      />
      <Row title="消息提醒方式" caption="微信、电子邮件" action="设置" onPress={() => open('notices', 'settings')} />
    </Card>
  )
}
