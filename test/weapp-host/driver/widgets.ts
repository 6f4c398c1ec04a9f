import type { Element } from './element'

export interface WidgetEvent {
  target: Element
  type: string
  detail: object
}

/** Ticks that the app has not (yet) told in `checked`: native widgets keep their own. */
export type Ticks = Map<string, boolean>

const ticked = (element: Element, ticks: Ticks) =>
  ticks.get(element.node.sid ?? '') ?? element.attribute('checked') === true

/** The events of native widgets that follow a tap on `target`: a tick, a switch, a form that is sent. */
export function afterTap(target: Element, ticks: Ticks): WidgetEvent[] {
  const label = target.upwards.find((element) => element.tag === 'label')
  const control = controlOf(target) ?? label?.inside.map(controlOf).find(Boolean)
  return control ? tick(control, ticks) : []
}

const controlOf = (element: Element) => (/^(checkbox|radio|switch)$/.test(element.tag) ? element : undefined)

function tick(control: Element, ticks: Ticks): WidgetEvent[] {
  if (control.disabled) throw new Error(`<${control.tag}> is disabled`)
  const on = control.tag === 'radio' || !ticked(control, ticks)
  ticks.set(control.node.sid ?? '', on)
  if (control.tag === 'switch') return [{ target: control, type: 'change', detail: { value: on } }]
  const group = control.upwards.find((element) => element.tag === `${control.tag}-group`)
  if (!group) return []
  const members = group.inside.filter((element) => element.tag === control.tag)
  if (control.tag === 'radio') for (const each of members) ticks.set(each.node.sid ?? '', each === control)
  const values = members.filter((each) => ticked(each, ticks)).map((each) => each.attribute('value'))
  return [{ target: group, type: 'change', detail: { value: control.tag === 'radio' ? values[0] : values } }]
}

/** The value of a picker-view after one of its wheels has come to stand at `row`; undefined where it stands there already. */
export function turnColumn(view: Element, column: number, row: string): number[] | undefined {
  const columns = view.inside.filter((element) => element.tag === 'picker-view-column')
  const rows = columns[column]?.children.map((each) => each.text.trim()) ?? []
  const before = (view.attribute('value') ?? []) as number[]
  const index = indexOf(rows, row)
  return before[column] === index ? undefined : columns.map((_, at) => (at === column ? index : (before[at] ?? 0)))
}

/** The value that a picker of mode selector reports for the words `option`. */
export function optionIndex(picker: Element, option: string): number {
  const key = picker.attribute('range-key')
  const range = picker.attribute('range') as (string | Record<string, string>)[]
  return indexOf(
    range.map((each) => (typeof each === 'string' ? each : String(each[String(key)]))),
    option,
  )
}

function indexOf(options: string[], option: string): number {
  const index = options.indexOf(option)
  if (index < 0) throw new Error(`no “${option}” among ${options.join('、')}`)
  return index
}
