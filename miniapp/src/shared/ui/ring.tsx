import { View } from '@tarojs/components'
import { aria, decoration } from './aria'

interface Props {
  done: number
  of: number
  /** What is counted: 份材料. */
  unit: string
}

/** n of m as a ring that closes. */
export const Ring = ({ done, of, unit }: Props) => {
  const share = Math.round((100 * done) / Math.max(1, of))
  return (
    <View
      className="ring"
      style={{ '--share': `${share}%` }}
      {...aria('img', { label: `${of} ${unit}，好了 ${done} 份` })}
    >
      <View className="ring__hole" {...decoration}>{`${done}/${of}`}</View>
    </View>
  )
}
