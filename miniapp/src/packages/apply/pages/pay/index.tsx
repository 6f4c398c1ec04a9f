import { type PaymentState, type PaymentStatus } from '@app/contract'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useServerTime } from '@/shared/api/server-time'
import { Easel } from '@/shared/device/drawing/easel'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { FailurePage } from '@/shared/ui/failure-page'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'
import { useScrollTop } from '@/shared/ui/use-scroll-top'
import { ContactCard } from '../../parts/pay/contact-card'
import { DueCard, FeeLines, HowToPay } from '../../parts/pay/due-card'
import { Line } from '../../parts/pay/line'
import { payBar } from '../../parts/pay/pay-bar'
import { PayNotices } from '../../parts/pay/pay-notices'
import { type FlowState, type PaymentFlow, shownState } from '../../parts/pay/payment-flow'
import { ReceiptCard } from '../../parts/pay/receipt-card'
import { RefundsCard } from '../../parts/pay/refunds-card'
import { stateWords } from '../../parts/pay/state-words'
import { useKeepReceipt } from '../../parts/pay/use-keep-receipt'
import { useCashierHere, usePaymentFlow } from '../../parts/pay/use-payment-flow'
import './index.scss'

const title = '缴费'

/** Below the words; at the counter it stands beside the place. */
const showsFee = new Set<PaymentState>(['closed', 'confirming', 'held', 'overdue'])

const CounterCards = ({ status }: { status: PaymentStatus }) => (
  <>
    <Card title="到哪里缴">
      <View>{status.counter?.office ?? '您单位所在地的工考管理机构'}</View>
      {status.counter?.address && <Line label="地址" value={status.counter.address} />}
      <FeeLines status={status} />
      <View className="pay__line">
        <Row title="请带上" caption="本人身份证原件。" />
      </View>
    </Card>
    <ContactCard title="去之前先打个电话" named={status.counter} />
  </>
)

interface CardsProps {
  shown: PaymentState
  status: PaymentStatus
  day: string | undefined
  here: boolean | undefined
}

const StateCards = ({ shown, status, day, here }: CardsProps) => {
  if (shown === 'payable') {
    return (
      <>
        <DueCard status={status} day={day} />
        {here && <HowToPay />}
      </>
    )
  }
  if (shown === 'paid') return <ReceiptCard status={status} />
  const words = stateWords(shown, status)
  if (!words) return null
  return (
    <>
      <Card>
        <View className="heading" role="heading" aria-level={2}>
          {words.title}
        </View>
        <View className="pay__words">{words.text}</View>
        {showsFee.has(shown) && <FeeLines status={status} until={shown === 'closed'} />}
      </Card>
      {shown === 'counter' && <CounterCards status={status} />}
    </>
  )
}

/** Only once the person himself has asked again and WeChat knows of no money: the very same order. */
const PayAfterAll = ({ flow, state }: { flow: PaymentFlow; state: FlowState }) =>
  state.said === 'ok' && state.askedAgain && state.step === 'idle' && state.status?.state === 'payable' ? (
    <Card title="微信里没有扣钱？">
      <View>微信支付说没有收到这笔钱。微信账单里也没有扣款的，可以再付：还是同一笔订单，不会重复扣。</View>
      <Button kind="text" label="微信里没有扣钱，再去付" onPress={() => void flow.pay()} />
    </Card>
  ) : null

const callFor = (shown: PaymentState, state: FlowState) =>
  stateWords(shown, state.status ?? { state: shown, refunds: [] })?.call === true ||
  state.said === 'not-permitted' ||
  ['payment-refused', 'payment-not-possible'].includes(state.problem?.failure.code ?? '') ||
  state.status?.refunds.some((refund) => refund.state === 'abnormal' || refund.state === 'closed') === true

/** What is to be paid, paying it, and what became of it: always as the server knows it. */
export default function Pay() {
  const id = useRouter().params.id ?? ''
  const { flow, state } = usePaymentFlow(id)
  const here = useCashierHere()
  const day = useServerTime()?.day
  const { status } = state
  const receipt = useKeepReceipt(status)
  const shown = shownState(state)
  const { problem, said, askedAgain } = state
  useScrollTop([shown, receipt.told?.text, problem?.failure.code, said, askedAgain].join())
  if (!status || !shown) {
    if (problem) return <FailurePage title={title} failure={problem.failure} onRetry={flow.shown} />
    return <Page title={title} loading />
  }
  const bar = payBar({ flow, state, shown, here, receipt })
  return (
    <Page title={title} footer={bar}>
      {receipt.told && <NoticeBar {...receipt.told} />}
      <PayNotices state={state} shown={shown} here={here} />
      <StateCards shown={shown} status={status} day={day} here={here} />
      <PayAfterAll flow={flow} state={state} />
      <RefundsCard refunds={status.refunds} />
      {callFor(shown, state) && <ContactCard title="要问的，打这个电话" named={status.counter} />}
      {shown === 'paid' && <Easel />}
    </Page>
  )
}
