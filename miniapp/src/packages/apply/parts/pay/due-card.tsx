import { type PaymentStatus } from '@app/contract'
import { View } from '@tarojs/components'
import { yuanText } from '@/shared/texts/money'
import { payByText, payUntilText } from '@/shared/texts/payment'
import { Card } from '@/shared/ui/card'
import { Line } from './line'

interface Props {
  status: PaymentStatus
  /** The server's day; undefined while unknown. */
  day: string | undefined
}

/** How much, what for, until when. */
export const DueCard = ({ status, day }: Props) => {
  const { amountCents, description } = status
  const by = payByText(status, day)
  return (
    <Card>
      <View className="caption">要缴</View>
      {amountCents !== undefined && (
        <View className="pay__amount" role="heading" aria-level={2}>
          {yuanText(amountCents)}
        </View>
      )}
      {description && <Line label="用途" value={description} />}
      {by && <Line label="期限" value={by} />}
    </Card>
  )
}

/** In steps, since most people pay here for the first time; the last one is what keeps them from paying twice. */
export const HowToPay = () => (
  <Card tone="tint" title="怎么缴">
    <View>1. 点“去缴费”，在微信里付款。</View>
    <View>2. 付完回到这一页，看到“已缴费”就好了。</View>
    <View>3. 付了还没看到“已缴费”，不要再付，点“再查一次”。</View>
  </Card>
)

/** The same, briefly, where it is not to be paid here and now. */
export const FeeLines = ({ status, until = true }: { status: PaymentStatus; until?: boolean }) => {
  const { amountCents, description } = status
  const last = until && payUntilText(status)
  return (
    <>
      {amountCents !== undefined && <Line label="金额" value={yuanText(amountCents)} />}
      {description && <Line label="用途" value={description} />}
      {last && <Line label="期限" value={`${last} 前`} />}
    </>
  )
}
