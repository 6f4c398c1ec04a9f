import { type ApplicationState, type PaymentStatus } from '@app/contract'
import { View } from '@tarojs/components'
import { refundWords, stateWords } from '@/packages/apply/parts/pay/state-words'
import { open } from '@/shared/navigation'
import { momentText } from '@/shared/texts/instants'
import { yuanText } from '@/shared/texts/money'
import { payByText } from '@/shared/texts/payment'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'

const before = new Set<ApplicationState>([
  'draft',
  'unit-review',
  'unit-returned',
  'department-review',
  'department-returned',
  'office-review',
  'office-returned',
  'onsite-review',
])

/** From acceptance on there may be a fee, a receipt or a refund. */
export const mayHavePayment = (state: ApplicationState) => !before.has(state)

const amountOf = ({ amountCents }: PaymentStatus) => (amountCents === undefined ? '' : yuanText(amountCents))

const Payable = ({ status, day }: { status: PaymentStatus; day: string | undefined }) => (
  <Card tone="next">
    <View className="caption">要缴</View>
    <View className="heading" role="heading" aria-level={2}>
      {amountOf(status)}
    </View>
    {status.description && <View>{status.description}</View>}
    <View>{payByText(status, day)}</View>
  </Card>
)

const receiptText = ({ receipt }: PaymentStatus) =>
  [receipt?.amountCents !== undefined && yuanText(receipt.amountCents), receipt && momentText(receipt.paidAt)]
    .filter(Boolean)
    .join(' · ')

/** Without a word where there is nothing to pay and nothing to show; what is not set yet stands in the card above. */
const rowOf = (
  status: PaymentStatus,
  day: string | undefined,
): { title: string; caption?: string | undefined; action: string } | undefined => {
  const { state, reason, counter } = status
  const title = stateWords(state, status)?.title
  if (state === 'paid') return { title: '缴费凭证', caption: receiptText(status), action: '看' }
  if (state === 'counter') {
    const caption = [counter?.office, payByText(status, day), '带上身份证。'].filter(Boolean).join('\n')
    return { title: `到窗口缴费 ${amountOf(status)}`, caption, action: '看怎么缴' }
  }
  if (state === 'closed') {
    const told = reason === 'fee-not-set' || reason === 'deadline-not-set'
    return told ? undefined : { title: title ?? '缴费', action: '看怎么办' }
  }
  const quiet = state === 'not-due' || state === 'free' || state === 'payable'
  return quiet ? undefined : { title: title ?? '缴费', action: '看' }
}

interface Props {
  id: string
  /** undefined: not loaded, or nothing to ask for. */
  status: PaymentStatus | undefined
  /** The server's day, where it is known. */
  day: string | undefined
}

/** What the fee asks of the person, the receipt, and what goes back; each leads to the page on paying. */
export const PaymentCard = ({ id, status, day }: Props) => {
  if (!status) return null
  const toPay = () => open('apply', 'pay', { id })
  const row = rowOf(status, day)
  return (
    <>
      {status.state === 'payable' && <Payable status={status} day={day} />}
      {(row || status.refunds.length > 0) && (
        <Card title="缴费">
          {row && <Row {...row} onPress={toPay} />}
          {status.refunds.map(({ outRefundNo, amountCents, state }) => (
            <Row
              key={outRefundNo}
              title={`退款 ${yuanText(amountCents)}`}
              tag={refundWords[state].tag}
              action="看"
              onPress={toPay}
            />
          ))}
        </Card>
      )}
    </>
  )
}
