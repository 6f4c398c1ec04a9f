import { View, Text } from '@tarojs/components'
import { pressable } from '../device/press'
import { aria, decoration } from './aria'

interface Props {
  tone: 'info' | 'warn' | 'error' | 'good'
  text: string
  action?: { label: string; onPress: () => void } | undefined
}

const signs = { info: 'i', warn: '！', error: '×', good: '√' }

/** A sentence on top of the page: offline, kept, a warning. An error is read out at once. */
export const NoticeBar = ({ tone, text, action }: Props) => (
  <View className={`notice notice--${tone}`} {...aria(tone === 'error' ? 'alert' : 'status')}>
    <Text className="notice__sign" {...decoration}>
      {signs[tone]}
    </Text>
    <View className="notice__words">
      <Text>{text}</Text>
      {action && (
        <View className="notice__action" {...aria('button')} {...pressable(action.onPress)}>
          {action.label}
        </View>
      )}
    </View>
  </View>
)
