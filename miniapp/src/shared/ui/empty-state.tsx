import { View } from '@tarojs/components'
import { Button } from './button'

interface Props {
  /** What will be here. */
  title: string
  /** How it gets here. */
  text: string
  action?: { label: string; onPress: () => void }
}

export const EmptyState = ({ title, text, action }: Props) => (
  <View className="empty">
    <View className="empty__title">{title}</View>
    <View className="empty__text">{text}</View>
    {action && <Button {...action} />}
  </View>
)
