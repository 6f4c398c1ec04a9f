import { useAccount } from '@/shared/session/use-account'
import { failureText } from '@/shared/texts/errors'
import { FailurePage } from '@/shared/ui/failure-page'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { EmailCard } from '../../parts/settings/email-card'
import { PaceCard } from '../../parts/settings/pace-card'
import { useNoticeSettings } from '../../parts/settings/use-notice-settings'
import { WechatCard } from '../../parts/settings/wechat-card'

const title = '消息提醒方式'
const always = '每条消息都会放在小程序的“消息”里，一条不少。下面是另外提醒您的办法。'

/** On which ways one is told besides the inbox. */
export default function NoticeSettingsPage() {
  const ways = useNoticeSettings()
  const isContact = (useAccount()?.contactOf.length ?? 0) > 0
  const { settings, failure, problemOf, reload, change } = ways
  if (!settings) {
    return failure ? <FailurePage title={title} failure={failure} onRetry={reload} /> : <Page title={title} loading />
  }
  return (
    <Page title={title}>
      {failure && <NoticeBar tone="warn" text={failureText(failure)} />}
      <NoticeBar tone="info" text={always} />
      <WechatCard
        settings={settings}
        problem={problemOf('wechat')}
        onSwitch={(wechat) => change('wechat', { wechat })}
        onAsked={reload}
      />
      <EmailCard settings={settings} problem={problemOf('email')} ways={ways} />
      {isContact && (
        <PaceCard pace={settings.pace} problem={problemOf('pace')} onChange={(pace) => change('pace', { pace })} />
      )}
    </Page>
  )
}
