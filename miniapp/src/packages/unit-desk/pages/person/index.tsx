import { type ReviewView } from '@app/contract'
import { useRouter } from '@tarojs/taro'
import { usePack } from '@/shared/api/campaign'
import { useServerTime } from '@/shared/api/server-time'
import { useLoaded } from '@/shared/api/use-loaded'
import { askToSubscribe } from '@/shared/device/subscribe'
import { open } from '@/shared/navigation'
import { momentText } from '@/shared/texts/instants'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Card } from '@/shared/ui/card'
import { FailurePage } from '@/shared/ui/failure-page'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'
import { Timeline } from '@/shared/ui/timeline'
import { FactsCard, FormCard, Head, VerdictCard } from '../../parts/person-cards'
import { PapersCard } from '../../parts/papers-card'
import { deskPlaceText, deskSteps } from '../../parts/seen-by-contact'
import '../list/index.scss'

const title = '申报人'

/** Asked before the decision, not at its end: no popup comes over the ten seconds in which it can be taken back. */
const Decide = ({ id, onceOn }: { id: string; onceOn: string | undefined }) => {
  const approve = {
    label: '通过',
    onPress: () =>
      void askToSubscribe(['todo', 'progress'], { onceOn }).then(() => open('unit-desk', 'approve', { id })),
  }
  const sendBack = {
    label: '退回',
    onPress: () =>
      void askToSubscribe(['todo', 'progress'], { onceOn }).then(() => open('unit-desk', 'return', { id })),
  }
  return <BottomBar primary={approve} secondary={sendBack} />
}

const Person = ({ view }: { view: ReviewView }) => {
  const pack = usePack()
  return (
    <>
      <Head view={view} />
      {view.deskActions.length === 0 && <NoticeBar tone="info" text={`现在：${deskPlaceText(view)}，不用您审核。`} />}
      <VerdictCard view={view} />
      <FactsCard view={view} />
      <FormCard view={view} />
      <PapersCard id={view.id} />
      <Card title="经过">
        <Timeline label="经过，最近的在前" steps={deskSteps(pack, view)} />
      </Card>
      {view.unknownEvents.length > 0 && (
        <Card title="工考办的其他消息">
          {view.unknownEvents.map(({ seq, type, at }) => (
            <Row key={seq} title={type} caption={`${momentText(at)} · 这个版本还不认识，请问工考办`} />
          ))}
        </Card>
      )}
    </>
  )
}

/** One person, as the contact has to judge: the verdict by criteria, the answers, the form, the history. */
export default function PersonPage() {
  const id = useRouter().params.id ?? ''
  const { body, failure, reload } = useLoaded<ReviewView>(`/unit-desk/applications/${id}`)
  const day = useServerTime()?.day
  if (body) {
    return (
      <Page title={title} footer={body.deskActions.includes('approve') && <Decide id={body.id} onceOn={day} />}>
        <Person view={body} />
      </Page>
    )
  }
  return failure ? <FailurePage title={title} failure={failure} onRetry={reload} /> : <Page title={title} loading />
}
