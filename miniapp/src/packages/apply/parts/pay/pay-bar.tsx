import { type PaymentState } from '@app/contract'
import { askToSubscribe } from '@/shared/device/subscribe'
import { yuanText } from '@/shared/texts/money'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { type FlowState, type PaymentFlow } from './payment-flow'
import { type useKeepReceipt } from './use-keep-receipt'

const busyWords: Partial<Record<FlowState['step'], string>> = {
  starting: '正在打开微信支付…',
  'at-cashier': '请在微信里付款…',
  asking: '正在查…',
}

interface Props {
  flow: PaymentFlow
  state: FlowState
  shown: PaymentState
  here: boolean | undefined
  receipt: ReturnType<typeof useKeepReceipt>
}

/** The one thing to do now; nothing where there is nothing to do. */
export const payBar = ({ flow, state, shown, here, receipt }: Props) => {
  const { status, step } = state
  const busy = { busy: step !== 'idle', busyLabel: busyWords[step] ?? '请稍候…' }
  if (!status) return undefined
  if (shown === 'payable') {
    if (here !== true) return undefined
    const amount = status.amountCents === undefined ? '' : ` ${yuanText(status.amountCents)}`
    // before the payment: after it many leave at once, and an ask then comes too late
    const onPress = () => void askToSubscribe(['progress', 'exam', 'todo']).then(flow.pay)
    return <BottomBar primary={{ label: `去缴费${amount}`, onPress, ...busy }} />
  }
  if (shown === 'paid') {
    const label = '把凭证存成图片'
    return <BottomBar primary={{ label, onPress: receipt.keep, busy: receipt.busy, busyLabel: '正在存…' }} />
  }
  if (shown === 'confirming' || shown === 'overdue')
    return <BottomBar primary={{ label: '再查一次', onPress: () => void flow.again(), ...busy }} />
  return undefined
}
