import { type ApplicationView, type PaymentStatus } from '@app/contract'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { usePack } from '@/shared/api/campaign'
import { usePaymentStatus } from '@/shared/api/payment-status'
import { useServerTime } from '@/shared/api/server-time'
import { useLoaded } from '@/shared/api/use-loaded'
import { open, openTab } from '@/shared/navigation'
import { failureText } from '@/shared/texts/errors'
import { yuanText } from '@/shared/texts/money'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { FailurePage } from '@/shared/ui/failure-page'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'
import { Timeline } from '@/shared/ui/timeline'
import { mayHavePayment, PaymentCard } from '../../parts/payment-card'
import { PlaceCard } from '../../parts/place-card'
import { ReturnedCard } from '../../parts/returned-card'
import { SupplementsCard } from '../../parts/supplements-card'
import { stepsOf } from '../../parts/steps'
import './index.scss'

const title = '申报进度'
const back = () => openTab('applications')

const payBar = (id: string, { amountCents }: PaymentStatus) => {
  const label = amountCents === undefined ? '去缴费' : `去缴费 ${yuanText(amountCents)}`
  return <BottomBar primary={{ label, onPress: () => open('apply', 'pay', { id }) }} />
}

const barFor = ({ id, state, actions, returnedFor }: ApplicationView, payment: PaymentStatus | undefined) => {
  if (payment?.state === 'payable') return payBar(id, payment)
  const draft = state === 'draft'
  if (draft) return <BottomBar primary={{ label: '接着填', onPress: () => open('apply', 'tasks', { id }) }} />
  if (!actions.includes('correct')) return undefined
  const passed = returnedFor?.limit.passed === true
  const primary = { label: '改好了，重新提交', onPress: () => open('apply', 'review', { id }), disabled: passed }
  return <BottomBar primary={primary} />
}

const claims = {
  open: '这个身份证号在另一个微信上用过，正等单位经办人确认是您本人。您填的都还在。',
  granted: '单位经办人已确认是您本人，可以提交了。',
  refused: '单位经办人确认不是您本人的身份证号。请核对身份证号，或联系单位经办人。',
}

interface StatusProps {
  view: ApplicationView
  payment: PaymentStatus | undefined
  day: string | undefined
}

const Status = ({ view, payment, day }: StatusProps) => {
  const pack = usePack()
  return (
    <>
      {view.claim && (
        <NoticeBar tone={view.claim.state === 'granted' ? 'good' : 'warn'} text={claims[view.claim.state]} />
      )}
      <ReturnedCard view={view} />
      <PlaceCard view={view} />
      <PaymentCard id={view.id} status={payment} day={day} />
      <SupplementsCard view={view} />
      {view.phoneVerdictDiffers && (
        <NoticeBar tone="info" text="提交时手机和审核系统算的结果不一样，已按审核系统的结果提交，审查人员会看到。" />
      )}
      <Card title="经过">
        <Timeline label="经过，最近的在前" steps={stepsOf(pack, view)} />
      </Card>
      {view.state !== 'draft' && (
        <Card>
          <Row
            title="交过的材料"
            caption="看交了哪些页"
            action="看"
            onPress={() => open('apply', 'materials', { id: view.id })}
          />
        </Card>
      )}
      {view.actions.includes('withdraw') && view.state !== 'draft' && (
        <View>
          <Button kind="text" label="撤回这份申报" onPress={() => open('track', 'withdraw', { id: view.id })} />
        </View>
      )}
    </>
  )
}

/** Where it is, what to mend and by when, and everything that happened, newest first. */
export default function StatusPage() {
  const id = useRouter().params.id ?? ''
  const { body, failure, reload } = useLoaded<ApplicationView>(`/applications/${id}`)
  const day = useServerTime()?.day
  const payment = usePaymentStatus(body && mayHavePayment(body.state) ? id : undefined)
  if (!body) {
    return failure ? (
      <FailurePage title={title} failure={failure} onRetry={reload} back={back} />
    ) : (
      <Page title={title} back={back} loading />
    )
  }
  return (
    <Page title={title} back={back} footer={barFor(body, payment)}>
      {failure && (
        <NoticeBar
          tone="warn"
          text={`下面是上次取到的。${failureText(failure)}`}
          action={{ label: '再取一次', onPress: reload }}
        />
      )}
      <Status view={body} payment={payment} day={day} />
    </Page>
  )
}
