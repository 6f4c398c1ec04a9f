import { View } from '@tarojs/components'
import { usePack } from '@/shared/api/campaign'
import { Card } from '@/shared/ui/card'

/** Every clause in full, in the notice's own order. */
export const WholeNotice = () => (
  <View className="help__whole">
    {usePack().clauses.map(({ id, heading, text }) => (
      <Card key={id} title={heading}>
        <View className="help__text">{text}</View>
      </Card>
    ))}
  </View>
)
