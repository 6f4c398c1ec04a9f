import { topPlace, type Place, type TaroNode, type Template, type Templates } from './templates'

/** One drawn element of a page. Text nodes are elements without a tag. */
export class Element {
  readonly children: Element[]

  constructor(
    readonly node: TaroNode,
    readonly parent: Element | undefined,
    private readonly template: Template,
    children: (self: Element) => Element[],
  ) {
    this.children = children(this)
  }

  get tag(): string {
    return this.template.tag
  }

  /** Everything written inside, without the space around it. */
  get text(): string {
    if (this.node.v !== undefined) return this.node.v
    return this.children.map((child) => child.text).join('')
  }

  /** What a screen reader calls it: its label, else the words inside that are not mere decoration. */
  get name(): string {
    const label = this.attribute('aria-label')
    return (typeof label === 'string' && label !== '' ? label : this.spoken).trim()
  }

  private get spoken(): string {
    if (this.attribute('aria-hidden') === 'true') return ''
    return this.node.v ?? this.children.map((child) => child.spoken).join('')
  }

  get role(): string {
    const role = this.attribute('aria-role')
    return typeof role === 'string' && role !== '' ? role : this.tag
  }

  get disabled(): boolean {
    return this.attribute('disabled') === true || this.attribute('aria-disabled') === 'true'
  }

  /** The value of a WXML attribute where the node gives one; an attribute that the template lacks reaches no phone. */
  attribute(name: string): unknown {
    // `{{i.p4}}`, `{{xs.b(i.p4,!1)}}`, `{{i.p10||i.role}}`: the first that the node gives.
    const keys = (this.template.attributes.get(name) ?? '').matchAll(/\bi\.(\w+)/g)
    return [...keys].map(([, key = '']) => this.node[key]).find((value) => value !== undefined && value !== '')
  }

  listensTo(type: string): boolean {
    const { attributes } = this.template
    return ['bind', 'catch', 'bind:', 'catch:'].some((how) => attributes.has(how + type))
  }

  stops(type: string): boolean {
    return this.template.attributes.has(`catch${type}`) || this.template.attributes.has(`catch:${type}`)
  }

  /** From the element itself up to the page. */
  get upwards(): Element[] {
    return this.parent ? [this, ...this.parent.upwards] : [this]
  }

  get inside(): Element[] {
    return [this, ...this.children.flatMap((child) => child.inside)]
  }
}

const visible = (node: TaroNode) => !/display:\s*none/.test(node.st ?? '')

/** The elements that the templates draw for a page's tree. */
export function draw(nodes: TaroNode[], templates: Templates): Element[] {
  const element = (node: TaroNode, place: Place, parent?: Element): Element => {
    const { template, inner } = templates.choose(node, place)
    const children = (self: Element) => drawn(node.cn).map((child) => element(child, inner, self))
    return new Element(node, parent, template, children)
  }
  return drawn(nodes).map((node) => element(node, topPlace))
}

const drawn = (nodes: TaroNode[] = []) => nodes.filter((node) => typeof node.nn === 'string' && visible(node))
