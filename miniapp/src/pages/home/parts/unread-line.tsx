import { type NoticeList, type NoticeView, type UnreadCount } from '@app/contract'
import { useLoaded } from '@/shared/api/use-loaded'
import { open } from '@/shared/navigation'
import { useAccount } from '@/shared/session/use-account'
import { NoticeBar } from '@/shared/ui/notice-bar'

const words = ([first, ...others]: readonly NoticeView[]) => {
  if (!first) return undefined
  return others.length === 0
    ? `有一件事要您办：${first.title}`
    : `有 ${others.length + 1} 件事要您办，最近一件：${first.title}`
}

/** Only where something unread is to be done: what is merely news waits in the inbox. */
export const UnreadLine = () => {
  const signedIn = useAccount() !== undefined
  const unread = useLoaded<UnreadCount>(signedIn ? '/notices/unread' : undefined).body?.unread ?? 0
  const { body } = useLoaded<NoticeList>(unread > 0 ? '/notices' : undefined)
  const text = unread > 0 ? words(body?.items.filter(({ read, todo }) => !read && todo !== undefined) ?? []) : undefined
  return text ? (
    <NoticeBar tone="warn" text={text} action={{ label: '看消息', onPress: () => open('notices', 'list') }} />
  ) : null
}
