import { type ApplicationView } from '@app/contract'
import { gradeName } from '@app/shared-rules'
import { View } from '@tarojs/components'
import { momentText } from '@/shared/texts/instants'
import { placeText, whatNext } from '@/shared/texts/stages'
import { Card } from '@/shared/ui/card'
import { NoticeBar } from '@/shared/ui/notice-bar'

const whatOf = ({ grade, occupation, recordNo }: ApplicationView) =>
  [grade && gradeName(grade), occupation?.name, recordNo && `编号 ${recordNo}`].filter(Boolean).join(' · ')

const inOffice = new Set(['office-review', 'onsite-review'])

/** On the way to the office it is not there yet; without a fee set there is nothing to pay yet. */
const headingOf = (view: ApplicationView) => {
  const { state, holder, relay, payment: fee } = view
  if (relay.state === 'refused' && inOffice.has(state)) return '还没有送到工考办'
  if (relay.state === 'waiting' && inOffice.has(state)) return `正在送往${holder.name ?? '工考办'}`
  if (view.returnedFor?.limit.passed) return '改正的期限已经过了'
  return fee.state === 'closed' ? '审查通过，等工考办公布缴费办法' : placeText(view)
}

const sending = (since: string | undefined) =>
  `正在送往工考办，已保存，不用重复提交。${since ? `从 ${momentText(since)} 开始送，` : ''}送到后这里会变。`

const refused =
  '工考办的系统没有收下，已转人工处理。您填的都还在，不用重复提交；一直没有消息，请联系单位经办人或工考办。'

const payment = { 'fee-not-set': '缴费标准', 'deadline-not-set': '缴费期限' }

/** The card below says what to pay, and where. */
const isDue = ({ state }: ApplicationView['payment']) => state === 'online' || state === 'counter' || state === 'closed'

/** 现在：… since when, and what the person has to do. */
export const PlaceCard = ({ view }: { view: ApplicationView }) => (
  <>
    {view.relay.state === 'refused' && <NoticeBar tone="warn" text={refused} />}
    {view.relay.state === 'waiting' && <NoticeBar tone="info" text={sending(view.relay.since)} />}
    <Card>
      <View className="caption">现在</View>
      <View className="heading" role="heading" aria-level={2}>
        {headingOf(view)}
      </View>
      <View className="caption">{`从 ${momentText(view.holder.since)} 起`}</View>
      {whatOf(view) && <View className="caption">{whatOf(view)}</View>}
      {!view.returnedFor && !isDue(view.payment) && <View className="status__next">{whatNext(view.state)}</View>}
      {view.payment.state === 'closed' && view.payment.reason && (
        <View className="status__next">
          {`现在不用做什么。工考办还没公布${payment[view.payment.reason]}，公布后会在这里告诉您怎么缴、什么时候前缴。`}
        </View>
      )}
    </Card>
  </>
)
