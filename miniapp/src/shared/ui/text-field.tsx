import { Input, View } from '@tarojs/components'
import { inputAria } from '../device/input-aria'
import { revealField } from '../device/reveal'
import { echoesTyping } from '../device/typing'
import { aria } from './aria'
import { useTyping } from './use-typing'

interface Props {
  /** Unique on the page; links label, hint and error. */
  id: string
  label: string
  value: string
  onChange: (typed: string) => void
  /** Applied when the field is left, never while typing. */
  format?: (typed: string) => string
  /** The place to check: when the field is left, with the formatted value. */
  onLeave?: (value: string) => void
  hint?: string | undefined
  error?: string | undefined
  type?: 'text' | 'number' | 'idcard' | 'digit'
  maxlength?: number
  placeholder?: string
  disabled?: boolean
}

/** One line to type. `value` is what is typed, character by character. */
export const TextField = (props: Props) => {
  const { id, label, value, hint, error } = props
  const { told, type, leave } = useTyping(props)
  const describedby = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  const states = { label: error ? `${label}，${error}` : label, invalid: error !== undefined, describedby }
  return (
    <View className={`field${error ? ' field--wrong' : ''}`}>
      <View className="field__label">{label}</View>
      {hint && (
        <View className="field__hint" id={`${id}-hint`}>
          {hint}
        </View>
      )}
      <Input
        id={id}
        className="field__input"
        value={echoesTyping ? value : told}
        type={props.type ?? 'text'}
        maxlength={props.maxlength ?? 140}
        placeholder={props.placeholder ?? ''}
        placeholderClass="field__placeholder"
        disabled={props.disabled ?? false}
        // the bar rises by itself and the page scrolls: pushed up by WeChat as well, it would cover the field
        adjustPosition={false}
        onFocus={() => revealField(id)}
        onInput={(event) => type(event.detail.value)}
        onBlur={leave}
        {...inputAria(aria('textbox', states))}
      />
      {error && <View className="field__error" id={`${id}-error`} {...aria('alert')}>{`× ${error}`}</View>}
    </View>
  )
}
