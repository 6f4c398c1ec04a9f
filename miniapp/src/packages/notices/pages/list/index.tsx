import { type NoticeView } from '@app/contract'
import { View } from '@tarojs/components'
import { Fragment, useState } from 'react'
import { type Failure, type FailureCode } from '@/shared/api/failure'
import { useServerTime } from '@/shared/api/server-time'
import { open, openPlace } from '@/shared/navigation'
import { failureText } from '@/shared/texts/errors'
import { Button } from '@/shared/ui/button'
import { EmptyState } from '@/shared/ui/empty-state'
import { FailurePage } from '@/shared/ui/failure-page'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { NoticeCard } from '../../parts/notice-card'
import { useNotices } from '../../parts/use-notices'
import './index.scss'

const title = '消息'
const empty =
  '申报的每一步都会在这里告诉您：提交、审核、退回、补材料、缴费、考试。要您办的，会写明办什么、最晚什么时候办。'
const tooNew = '这一页，您手机上的小程序里还没有。要说的都写在上面这条里；请把小程序完全关掉，再打开试一次。'

const offline = new Set<FailureCode>(['offline', 'unreachable', 'timeout'])
const oldText = (failure: Failure) =>
  offline.has(failure.code) ? '现在没有连上网，下面是上次取到的。' : `下面是上次取到的。${failureText(failure)}`

interface HeadProps {
  unread: number
  busy: boolean
  onReadAll: () => void
}

const Head = ({ unread, busy, onReadAll }: HeadProps) => (
  <View className="messages__head">
    <View className="messages__count">{unread === 0 ? '都看过了' : `${unread} 条未读`}</View>
    {unread > 0 && <Button kind="text" label="全部已读" busy={busy} onPress={onReadAll} />}
  </View>
)

/** Everything one was told, the newest first; each leads to the page where it is to be seen or done. */
export default function Notices() {
  const { list, failure, busy, reload, more, open: markRead, readAll } = useNotices()
  const now = useServerTime()
  const [unknown, setUnknown] = useState<string>()
  if (!list) {
    if (!failure) return <Page title={title} loading />
    return <FailurePage title={title} failure={failure} onRetry={reload} />
  }
  const follow = (notice: NoticeView) => {
    markRead(notice)
    setUnknown(openPlace(notice.place.page, notice.place.query) ? undefined : notice.id)
  }
  const old = failure && oldText(failure)
  return (
    <Page title={title}>
      {old && <NoticeBar tone="warn" text={old} action={{ label: '再取一次', onPress: reload }} />}
      {list.items.length === 0 ? (
        <EmptyState title="还没有消息" text={empty} />
      ) : (
        <Head unread={list.unread} busy={busy} onReadAll={readAll} />
      )}
      {list.items.map((notice) => (
        <Fragment key={notice.id}>
          <NoticeCard notice={notice} now={now} onOpen={() => follow(notice)} />
          {unknown === notice.id && <NoticeBar tone="warn" text={tooNew} />}
        </Fragment>
      ))}
      {more && <Button kind="ghost" label="看更早的" busy={busy} onPress={more} />}
      <Button kind="text" label="消息提醒方式" onPress={() => open('notices', 'settings')} />
    </Page>
  )
}
