import { View } from '@tarojs/components'
import { aria, decoration } from './aria'

interface Props {
  answered: number
  remainingAtMost: number
}

/** How far, truthfully: what is left can only shrink when an answer makes it so. */
export const Progress = ({ answered, remainingAtMost }: Props) => {
  const left = `最多还剩 ${remainingAtMost} 题`
  const share = Math.round((100 * answered) / Math.max(1, answered + remainingAtMost))
  return (
    <View className="progress" {...aria('status', { label: `已答 ${answered} 题，${left}` })}>
      <View className="progress__words" {...decoration}>
        <View>{`已答 ${answered} 题`}</View>
        <View>{left}</View>
      </View>
      <View className="progress__track" {...decoration}>
        <View className="progress__done" style={{ width: `${share}%` }} />
      </View>
    </View>
  )
}
