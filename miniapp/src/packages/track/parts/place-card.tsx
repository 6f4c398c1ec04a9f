import { type ApplicationView } from '@app/contract'
import { gradeName } from '@app/shared-rules'
import { View } from '@tarojs/components'
import { momentText } from '@/shared/texts/instants'
import { placeText, whatNext } from '@/shared/texts/stages'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'

const whatOf = ({ grade, occupation, recordNo }: ApplicationView) =>
  [grade && gradeName(grade), occupation?.name, recordNo && `编号 ${recordNo}`].filter(Boolean).join(' · ')

const sending = (since: string | undefined) =>
  `正在送往工考办，已保存，不用重复提交。${since ? `从 ${momentText(since)} 开始送，` : ''}送到后这里会变。`

const payment = { 'fee-not-set': '缴费标准', 'deadline-not-set': '缴费期限' }

/** 现在在：… since when, and what the person has to do. */
export const PlaceCard = ({ view }: { view: ApplicationView }) => (
  <>
    {view.relay.state === 'waiting' && <NoticeBar tone="info" text={sending(view.relay.since)} />}
    <Card>
      <View className="caption">现在在</View>
      <View className="heading" role="heading" aria-level={2}>
        {placeText(view)}
      </View>
      <View className="caption">{`从 ${momentText(view.holder.since)} 起`}</View>
      {whatOf(view) && <View className="caption">{whatOf(view)}</View>}
      {!view.returnedFor && <View className="status__next">{whatNext(view.state)}</View>}
      {view.payment.state === 'closed' && view.payment.reason && (
        <View>{`现在还不能缴费：工考办还没公布${payment[view.payment.reason]}。公布后会在这里告诉您。`}</View>
      )}
    </Card>
  </>
)
