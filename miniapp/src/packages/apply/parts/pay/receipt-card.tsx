import { type PaymentStatus } from '@app/contract'
import { View } from '@tarojs/components'
import { decoration } from '@/shared/ui/aria'
import { Card } from '@/shared/ui/card'
import { Line } from './line'
import { receiptLines, receiptNote } from './receipt'

/** 已缴费: what was paid, when and under which numbers. */
export const ReceiptCard = ({ status }: { status: PaymentStatus }) => (
  <>
    <View className="result">
      <View className="result__sign" {...decoration}>
        √
      </View>
      <View className="heading" role="heading" aria-level={2}>
        已缴费
      </View>
      <View className="caption">不用再付。凭证一直留在这里。</View>
    </View>
    <Card title="缴费凭证">
      {receiptLines(status).map(({ label, value }) => (
        <Line key={label} label={label} value={value} />
      ))}
      <View className="caption pay__line">{receiptNote}</View>
    </Card>
  </>
)
