import { View, Text } from '@tarojs/components'
import { pressable } from '../device/press'
import { aria, decoration } from './aria'

export interface Option<V extends string> {
  value: V
  label: string
  hint?: string | undefined
}

interface Props<V extends string> {
  /** What is chosen here, for screen readers. */
  label: string
  options: readonly Option<V>[]
  value?: V | undefined
  onChange: (value: V) => void
}

/** One of several, each a line as big as a thumb. */
export const OptionList = <V extends string>({ label, options, value, onChange }: Props<V>) => (
  <View className="options" {...aria('radiogroup', { label })}>
    {options.map((option) => {
      const on = option.value === value
      const said = option.hint ? `${option.label}，${option.hint}` : option.label
      return (
        <View
          key={option.value}
          className={`option${on ? ' option--on' : ''}`}
          {...aria('radio', { checked: on, label: said })}
          {...pressable(() => onChange(option.value))}
        >
          <View className="option__mark" {...decoration}>
            {on && <View className="option__dot" />}
          </View>
          <View className="option__words">
            <Text className="option__label">{option.label}</Text>
            {option.hint && <View className="option__hint">{option.hint}</View>}
          </View>
        </View>
      )
    })}
  </View>
)
