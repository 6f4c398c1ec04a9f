import { attribute, fire, isTrue, keepInStep, type NativeElement } from './native-element'

/** Gives the native components that a person touches their inner DOM and WeChat's events. The others are plain boxes. */
export function enliven(element: NativeElement) {
  const tag = element.tagName.toLowerCase()
  if (tag === 'wx-input') field(element, document.createElement('input'))
  if (tag === 'wx-textarea') field(element, document.createElement('textarea'))
  if (tag === 'wx-image') image(element)
  if (tag === 'wx-picker-view') wheels(element)
  mirrorLabels(element)
}

function field(element: NativeElement, inner: HTMLInputElement | HTMLTextAreaElement) {
  element.append(inner)
  keepInStep(element, () => {
    const value = String(attribute(element, 'value') ?? '')
    if (inner.value !== value) inner.value = value
    inner.placeholder = String(attribute(element, 'placeholder') ?? '')
    inner.disabled = isTrue(attribute(element, 'disabled'))
    inner.setAttribute('aria-label', String(attribute(element, 'aria-label') ?? ''))
    const limit = Number(attribute(element, 'maxlength') ?? 140)
    if (limit >= 0) inner.maxLength = limit
  })
  const tell = (type: string) => () => fire(element, type, { value: inner.value, cursor: inner.selectionStart ?? 0 })
  inner.addEventListener('input', (event) => {
    event.stopPropagation()
    tell('input')()
  })
  inner.addEventListener('focus', tell('focus'))
  inner.addEventListener('blur', tell('blur'))
}

function image(element: NativeElement) {
  const inner = document.createElement('img')
  element.append(inner)
  keepInStep(element, () => {
    inner.src = String(attribute(element, 'src') ?? '')
    inner.alt = String(attribute(element, 'aria-label') ?? '')
  })
}

/** A tap on a row turns its wheel there; a phone would turn it by a stroke. */
function wheels(element: NativeElement) {
  element.addEventListener('click', ({ target }) => {
    const columns = Array.from(element.querySelectorAll('wx-picker-view-column'))
    const turned = columns.findIndex((column) => column.contains(target as Node))
    const rows = Array.from(columns[turned]?.children ?? [])
    const row = rows.findIndex((each) => each.contains(target as Node))
    const before = (attribute(element, 'value') ?? []) as number[]
    if (row >= 0) fire(element, 'change', { value: columns.map((_, at) => (at === turned ? row : (before[at] ?? 0))) })
  })
}

/** WeChat calls the role `aria-role`; a browser reads `role`. */
function mirrorLabels(element: NativeElement) {
  keepInStep(element, () => {
    const role = attribute(element, 'aria-role')
    if (typeof role === 'string' && role !== '' && element.getAttribute('role') !== role)
      element.setAttribute('role', role)
  })
}
