import { type ApplicationSummary } from '@app/contract'
import { gradeName } from '@app/shared-rules'
import { useMyApplications } from '@/shared/api/my-applications'
import { awaitsPayment } from '@/shared/api/payment-status'
import { open } from '@/shared/navigation'
import { signIn } from '@/shared/session/session'
import { tokens } from '@/shared/session/tokens'
import { useStored } from '@/shared/storage/stored'
import { failureText } from '@/shared/texts/errors'
import { limitText } from '@/shared/texts/limit'
import { placeText, stateTag, whatNext } from '@/shared/texts/stages'
import { Card } from '@/shared/ui/card'
import { EmptyState } from '@/shared/ui/empty-state'
import { Loading } from '@/shared/ui/loading'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'

const rank = ({ returned, state, stage }: ApplicationSummary) =>
  returned ? 0 : state === 'draft' ? 1 : stage === 'ended' ? 3 : 2

const One = ({ mine }: { mine: ApplicationSummary }) => {
  const { id, state, grade, occupation, returned } = mine
  const draft = state === 'draft'
  const title = [grade ? gradeName(grade) : '申报', occupation?.name].filter(Boolean).join(' · ')
  const caption = returned ? limitText(returned.limit) : `${placeText(mine)}。${whatNext(state)}`
  return (
    <Card tone={returned ? 'alert' : draft ? 'next' : 'plain'}>
      <Row title={title} tag={stateTag(state)} caption={caption} captionTone={returned ? 'red' : 'grey'} />
      <Row
        title={returned ? `${returned.count} 项要改` : draft ? '还没提交' : '进度和经过'}
        action={returned ? '去改' : draft ? '接着填' : '看'}
        onPress={() => (draft ? open('apply', 'tasks', { id }) : open('track', 'status', { id }))}
      />
      {awaitsPayment(state) && (
        <Row title="缴费" caption="金额、期限和办法" action="去看" onPress={() => open('apply', 'pay', { id })} />
      )}
    </Card>
  )
}

const Content = () => {
  const { items, failure, loading, reload } = useMyApplications()
  const signedIn = useStored(tokens) !== undefined
  if (!signedIn || failure?.code === 'sign-in-needed') {
    const action = { label: '微信登录', onPress: () => void signIn().then(reload) }
    return <EmptyState title="登录后看您的申报" text="您的申报和每一步进展会在这里。" action={action} />
  }
  if (!items && loading) return <Loading />
  const again = { label: '再试一次', onPress: reload }
  const notice = failure && <NoticeBar tone="warn" text={failureText(failure)} action={again} />
  if (!items) return notice ?? <Loading />
  if (items.length === 0) {
    const action = { label: '先查一查我能报几级', onPress: () => open('apply', 'question') }
    return <EmptyState title="还没有申报" text="自查后点“开始申报”，您的申报和每一步进展会在这里。" action={action} />
  }
  return (
    <>
      {notice}
      {[...items]
        .sort((a, b) => rank(a) - rank(b))
        .map((mine) => (
          <One key={mine.id} mine={mine} />
        ))}
    </>
  )
}

/** The account's applications, what needs the person first. */
export default function Applications() {
  return (
    <Page title="我的申报" back="none">
      <Content />
    </Page>
  )
}
