import { View } from '@tarojs/components'
import { Button, type ButtonProps } from './button'
import { useKeyboardHeight } from './use-keyboard-height'

interface Props {
  /** The one thing to do on the page. */
  primary: Omit<ButtonProps, 'kind'>
  secondary?: Omit<ButtonProps, 'kind'> | undefined
  /** A line above the buttons, e.g. what is still missing. */
  note?: string | undefined
}

/** Fixed at the bottom above the safe area; rises with the keyboard, so neither covers the other. Pass it as Page's `footer`. */
export const BottomBar = ({ primary, secondary, note }: Props) => {
  const keyboard = useKeyboardHeight()
  return (
    <View className="bar" style={keyboard > 0 ? { bottom: `${keyboard}px`, paddingBottom: '12px' } : {}}>
      {note && <View className="bar__note">{note}</View>}
      <View className="bar__buttons">
        {secondary && <Button {...secondary} kind="ghost" />}
        <Button {...primary} kind="primary" />
      </View>
    </View>
  )
}
