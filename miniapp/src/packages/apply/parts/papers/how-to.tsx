import { View } from '@tarojs/components'
import { type PageLimits, type PaperItem, type PhotoSpecification } from '@app/contract'
import { limitsText, pagesText, photoLimitsText, photoText } from '@/shared/texts/pages'
import { Card } from '@/shared/ui/card'
import { ClauseLink } from '@/shared/ui/clause-link'
import { Row } from '@/shared/ui/row'
import { Drawing } from './drawing'

const rules = ['放平，四个角都拍进来', '光线要亮，不要反光', '字要能看清，手不要抖']

/** What is wanted and why, before the first shot. */
export const Wanted = ({ item }: { item: PaperItem }) => {
  const wants = [item.hint, `要 ${pagesText(item.pages)}`].filter(Boolean).join('，')
  return (
    <Card>
      <Row title={item.title} caption={`${item.reason}。${wants}。`}>
        <ClauseLink clause={item.clause} prefix="依据 " />
      </Row>
    </Card>
  )
}

interface Props {
  item: PaperItem
  limits: PageLimits
  photo?: PhotoSpecification | undefined
}

/** How to take it so that it can be read: a drawing, three rules, and the limits, told beforehand. */
export const HowTo = ({ item, limits, photo }: Props) => (
  <Card title="怎么拍">
    <Drawing kind={item.kind} />
    {item.kind === 'photo' && photo ? (
      <View className="form__words">{`工考办要求：${photoText(photo)}。`}</View>
    ) : (
      rules.map((rule, at) => <View key={rule}>{`${at + 1}. ${rule}`}</View>)
    )}
    <View className="caption">{item.kind === 'photo' ? photoLimitsText(limits) : limitsText(limits)}</View>
  </Card>
)
