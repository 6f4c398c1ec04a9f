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

/** The same, briefly, where it is not to be paid here and now. */
export const FeeLines = ({ status }: { status: PaymentStatus }) => {
  const { amountCents, description } = status
  const until = payUntilText(status)
  return (
    <>
      {amountCents !== undefined && <Line label="金额" value={yuanText(amountCents)} />}
      {description && <Line label="用途" value={description} />}
      {until && <Line label="期限" value={`${until} 前`} />}
    </>
  )
}
