import { View, Text } from '@tarojs/components'
import { pressable } from '../device/press'
import { aria } from './aria'

export interface ButtonProps {
  label: string
  onPress: () => void
  kind?: 'primary' | 'ghost' | 'text' | 'danger'
  disabled?: boolean
  /** Under way: shown, and not pressed twice. */
  busy?: boolean
  busyLabel?: string
  /** Said by a screen reader instead of the label, where that alone is not clear. (Taro's build renames a prop called ariaLabel.) */
  spoken?: string
}

export const Button = (props: ButtonProps) => {
  const { label, onPress, kind = 'primary', disabled = false, busy = false, busyLabel = '请稍候…', spoken } = props
  const off = disabled || busy
  const className = `button button--${kind}${off ? ' button--off' : ''}`
  return (
    <View className={className} {...aria('button', { label: spoken, disabled: off })} {...pressable(onPress, !off)}>
      <Text className="button__label">{busy ? busyLabel : label}</Text>
    </View>
  )
}
