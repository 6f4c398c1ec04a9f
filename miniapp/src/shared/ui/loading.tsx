import { View } from '@tarojs/components'
import { aria, decoration } from './aria'
import { useElapsed } from './use-elapsed'

/** Nothing for a blink, then the shape of the page, then words. */
export const Loading = ({ words = '正在取，网络有点慢，请再等一下…' }: { words?: string }) => {
  const elapsed = useElapsed(true, [300, 3000])
  if (elapsed < 300) return null
  return (
    <View className="loading" {...aria('status', { label: words, live: 'polite' })}>
      {[0, 1, 2].map((line) => (
        <View key={line} className="loading__card" {...decoration}>
          <View className="loading__line" />
          <View className="loading__line loading__line--short" />
        </View>
      ))}
      {elapsed >= 3000 && <View className="loading__words">{words}</View>}
    </View>
  )
}
