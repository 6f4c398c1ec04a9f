import { type PaymentState } from '@app/contract'
import { type CashierResult } from '@/shared/device/cashier-result'
import { paymentText } from '@/shared/texts/errors'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { type FlowState } from './payment-flow'

/** Where WeChat itself, asked just now, knows of no money. */
const unpaid: Partial<Record<CashierResult, string>> = {
  cancelled: '您没有付款，微信没有收到钱。可以再点“去缴费”：始终是同一笔订单，不会重复扣钱。',
  failed: '这次没有付成，微信没有收到钱。可以再点“去缴费”：始终是同一笔订单，不会重复扣钱。',
  unknown: '已经向微信支付查过：上次没有付成，没有收到钱。可以再点“去缴费”：始终是同一笔订单，不会重复扣钱。',
  'not-permitted':
    '微信现在不让这个小程序收款，不是您手机的问题，没有扣钱。订单还在，缴费期限不变。怎么缴，请打电话问工考办。',
}

interface Props {
  state: FlowState
  shown: PaymentState
  here: boolean | undefined
}

/** What went wrong, what is safe, what to do. */
export const PayNotices = ({ state: { problem, said, step, askedAgain }, shown, here }: Props) => {
  const payable = shown === 'payable'
  const words = payable && step === 'idle' && said ? unpaid[said] : undefined
  return (
    <>
      {problem && <NoticeBar tone="error" text={paymentText(problem.failure, problem.of)} />}
      {words && <NoticeBar tone="warn" text={words} />}
      {shown === 'confirming' && askedAgain && step === 'idle' && !problem && (
        <NoticeBar tone="info" text="刚刚查过，微信支付还没有收到这笔钱。可以过几分钟再查。" />
      )}
      {payable && here === false && (
        <NoticeBar tone="info" text="网页上付不了。请在手机微信里打开这个小程序缴费，金额和期限都一样。" />
      )}
    </>
  )
}
