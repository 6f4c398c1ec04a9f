import { type RefundView } from '@app/contract'
import { View } from '@tarojs/components'
import { momentText } from '@/shared/texts/instants'
import { yuanText } from '@/shared/texts/money'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'
import { refundCauses, refundWords } from './state-words'

const captionOf = ({ cause, state, askedAt, changedAt, outRefundNo }: RefundView) =>
  [
    `${refundCauses[cause]} · ${momentText(askedAt)} 申请`,
    refundWords[state].text,
    ...(changedAt === askedAt ? [] : [`${momentText(changedAt)} 更新`]),
    `退款单号 ${outRefundNo}`,
  ].join('\n')

/** What goes back, newest first, each with the step that it stands at. */
export const RefundsCard = ({ refunds }: { refunds: readonly RefundView[] }) =>
  refunds.length === 0 ? null : (
    <Card title="退款">
      {refunds.map((refund) => (
        <Row key={refund.outRefundNo} title={yuanText(refund.amountCents)} tag={refundWords[refund.state].tag}>
          <View className="row__caption">{captionOf(refund)}</View>
        </Row>
      ))}
    </Card>
  )
