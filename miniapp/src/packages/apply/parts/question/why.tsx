import { View } from '@tarojs/components'
import { type Question } from '@app/shared-rules'
import { Card } from '@/shared/ui/card'
import { ClauseLink } from '@/shared/ui/clause-link'

/** Longer quotes are read in the sheet. */
const short = 60

export const Why = ({ why: { text, clause, quote } }: { why: Question['why'] }) => (
  <View className="question__why">
    <Card tone="tint" title="为什么问这个？">
      <View>{text}</View>
      {quote && quote.length <= short && <View className="caption">{`原文：“${quote}”`}</View>}
      <ClauseLink clause={clause} prefix="依据 " />
    </Card>
  </View>
)
