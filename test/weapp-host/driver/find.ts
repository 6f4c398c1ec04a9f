import type { Element } from './element'

/** What to look for: exact words that a person sees or hears, or parts of them. */
export interface Query {
  /** The whole text, or the whole label of a screen reader. */
  name?: string | RegExp
  /** aria-role, or the tag of a native control. */
  role?: string
  tag?: string
  /** Which of several, from 0; without it there must be exactly one. */
  nth?: number
}

const matches = (element: Element, { name, role, tag }: Query): boolean =>
  (name === undefined || (typeof name === 'string' ? element.name === name : name.test(element.name))) &&
  (role === undefined || element.role === role) &&
  (tag === undefined || element.tag === tag)

/** All elements that fit, without those that only contain another one that fits. */
export function findAll(page: Element[], query: Query): Element[] {
  const fitting = page.flatMap((root) => root.inside).filter((element) => matches(element, query))
  const outer = new Set(fitting.flatMap((element) => element.upwards.slice(1)))
  return fitting.filter((element) => !outer.has(element))
}

/** @throws Error saying what there is instead, or that the words fit several. */
export function findOne(page: Element[], query: Query): Element {
  const found = findAll(page, query)
  const one = found[query.nth ?? 0]
  if (!one) throw new Error(`nothing on the page is ${describe(query)}; it says:\n${textOf(page)}`)
  if (query.nth === undefined && found.length > 1) {
    throw new Error(`${found.length} elements are ${describe(query)}: say which by nth`)
  }
  return one
}

export const describe = ({ name, role, tag }: Query): string =>
  [role, tag, name === undefined ? undefined : `“${String(name)}”`].filter(Boolean).join(' ')

/** Text of a page as a person reads it: one line for each run of text nodes. */
export function textOf(page: Element[]): string {
  return page
    .map(lines)
    .join('\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

const inline = new Set(['text', 'block', 'label'])

function lines(element: Element): string {
  if (element.node.v !== undefined) return element.node.v
  const inner = element.children.map(lines).join('')
  return inline.has(element.tag) ? inner : `\n${inner}\n`
}
