import { View } from '@tarojs/components'
import { pressable } from '../device/press'
import { aria, decoration } from './aria'

interface Props {
  label: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
  /** switch: takes effect at once; checkbox: part of what is confirmed later. */
  kind?: 'checkbox' | 'switch'
}

/** One yes/no that may be left open: 承诺, 已备案, 大字版. */
export const CheckLine = ({ label, hint, checked, onChange, kind = 'checkbox' }: Props) => (
  <View
    className={`check check--${kind}${checked ? ' check--on' : ''}`}
    {...aria(kind, { checked, label: hint ? `${label}，${hint}` : label })}
    {...pressable(() => onChange(!checked))}
  >
    <View className="check__box" {...decoration}>
      {kind === 'switch' ? <View className="check__knob" /> : checked && '√'}
    </View>
    <View className="check__words">
      <View className="check__label">{label}</View>
      {hint && <View className="check__hint">{hint}</View>}
    </View>
  </View>
)
