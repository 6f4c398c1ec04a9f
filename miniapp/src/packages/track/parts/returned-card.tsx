import { type ApplicationView } from '@app/contract'
import { View } from '@tarojs/components'
import { usePack } from '@/shared/api/campaign'
import { open } from '@/shared/navigation'
import { untilText } from '@/shared/texts/instants'
import { itemText } from '@/shared/texts/items'
import { limitText } from '@/shared/texts/limit'
import { Card } from '@/shared/ui/card'
import { Row } from '@/shared/ui/row'
import { openItem } from './doors'

const by = { unit: '单位', department: '主管部门', office: '工考办' }

/** What was returned and until when; each thing to mend leads to its field. */
export const ReturnedCard = ({ view: { id, returnedFor } }: { view: ApplicationView }) => {
  const pack = usePack()
  if (!returnedFor) return null
  const { items, limit, byName } = returnedFor
  const mend = (item: string) => (item.startsWith('papers.') ? '看要求' : '去改')
  return (
    <Card tone="alert">
      <View className="status__returned" role="heading" aria-level={2}>
        {`${byName ?? by[returnedFor.by]}退回了 ${items.length} 项`}
      </View>
      <View className="status__limit">
        {limit.passed ? `期限到 ${untilText(limit.until)} 为止。${limitText(limit)}` : limitText(limit)}
      </View>
      {items.map((item) => (
        <Row
          key={`${item.item}${item.code}`}
          title={itemText(pack, item.item)}
          caption={item.words}
          {...(limit.passed ? {} : { action: mend(item.item), onPress: () => openItem(id, item) })}
        />
      ))}
      {limit.passed && <Row title="联系审查单位" action="联系" onPress={() => open('help', 'contact')} />}
    </Card>
  )
}
