import { createElement, forwardRef, type ReactNode } from 'react'

/** Taro's components as the elements that the web build ends in, with Taro's event shape. */
type Props = Record<string, unknown> & { children?: ReactNode; className?: string }

const onlyTaro = [
  'hoverClass',
  'scrollY',
  'scrollX',
  'catchMove',
  'cursorSpacing',
  'adjustPosition',
  'placeholderClass',
  'placeholderStyle',
  'openType',
  'formType',
  'indicatorClass',
  'immediateChange',
  'nativeProps',
]

const strip = (props: Props) => Object.fromEntries(Object.entries(props).filter(([key]) => !onlyTaro.includes(key)))

const stub = (tag: string) => {
  const Stub = forwardRef<unknown, Props>((props, ref) => createElement(tag, { ref, ...strip(props) }))
  Stub.displayName = `Stub(${tag})`
  return Stub
}

interface Typing {
  target: { value: string }
}
type Tell = ((event: { detail: { value: string } }) => void) | undefined
const detail = (tell: Tell) => (event: Typing) => tell?.({ detail: { value: event.target.value } })

type FieldProps = Props & { onInput?: Tell; onBlur?: Tell; maxlength?: number; type?: string; nativeProps?: object }

const field = (tag: 'input' | 'textarea') => {
  const Field = forwardRef<unknown, FieldProps>((given, ref) => {
    const { onInput, onBlur, maxlength, type: _type, nativeProps, ...props } = given as FieldProps
    const events = { onChange: detail(onInput), onBlur: detail(onBlur) }
    return createElement(tag, { ref, ...strip(props), ...nativeProps, maxLength: maxlength, ...events })
  })
  Field.displayName = `Stub(${tag})`
  return Field
}

export const View = stub('div')
export const Text = stub('span')
export const Label = stub('label')
export const ScrollView = stub('div')
export const Button = stub('button')
export const Image = stub('img')
export const Input = field('input')
export const Textarea = field('textarea')
export const PickerViewColumn = stub('div')
export const Canvas = stub('canvas')

interface Picked {
  value: number[]
  onChange?: (event: { detail: { value: number[] } }) => void
}
/** A turn of WeChat's wheels: fire `picked` with the indexes. */
export const PickerView = ({ children, onChange, value, ...props }: Props & Picked) => (
  <div
    {...strip(props)}
    data-value={value.join()}
    ref={(element) => {
      if (element)
        element.addEventListener(
          'picked',
          (event) => event instanceof CustomEvent && onChange?.({ detail: { value: event.detail } }),
        )
    }}
  >
    {children}
  </div>
)
