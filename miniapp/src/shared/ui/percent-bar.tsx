import { View } from '@tarojs/components'
import { decoration } from './aria'

/** How far an upload is; the figure stands beside it in words. */
export const PercentBar = ({ percent }: { percent: number }) => (
  <View className="percent" {...decoration}>
    <View className="percent__done" style={{ width: `${percent}%` }} />
  </View>
)
