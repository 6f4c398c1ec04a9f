import type { Drawing } from '../compile'

/** As much of the adapter as is used here; its package names a file of types that it does not have. */
export interface CodeSpace {
  addCompiledTemplate(path: string, template: object): void
  addComponentStaticConfig(path: string, config: object): void
  componentEnv(path: string, define: (env: { Component: (definition: object) => void }) => void): void
}
interface Root {
  get(): Instance
  attach(parent: Element, placeholder: Element): void
  release(): void
}
export interface Backend {
  createRoot(tag: string, space: CodeSpace, url: string): Root
}
interface Instance {
  pageId?: number
  setData(data: object): void
}
type Send = (page: number, event: object) => Promise<void>
type Drawn = Omit<Drawing, 'templates'> & { templates: Record<string, unknown> }

/** Draws pages from their data and sends what happens on them back to the logic layer. */
export class PageDrawer {
  private readonly pages = new Map<number, { root: Root; host: HTMLElement }>()
  private front = 0

  constructor(
    private readonly space: CodeSpace,
    private readonly backend: Backend,
    drawing: Drawn,
    send: Send,
  ) {
    const style = document.createElement('style')
    style.textContent = drawing.style
    document.head.append(style)
    for (const path of drawing.paths) this.define(path, drawing, send)
  }

  open(id: number, route: string, data: object) {
    const host = document.createElement('page')
    const place = document.createElement('div')
    host.append(place)
    document.body.append(host)
    this.front = id
    const root = this.backend.createRoot('page-root', this.space, route)
    this.pages.set(id, { root, host })
    root.attach(host, place)
    root.get().setData(data)
    this.show(id)
  }

  update(id: number, data: object) {
    this.pages.get(id)?.root.get().setData(data)
  }

  show(id: number) {
    this.front = id
    for (const [each, { host }] of this.pages) host.hidden = each !== id
  }

  close(id: number) {
    const page = this.pages.get(id)
    page?.root.release()
    page?.host.remove()
    this.pages.delete(id)
  }

  /** Pages have `root`; Taro's comp and custom-wrapper, which draw what lies deeper, have `i` and `l`. */
  private define(path: string, { templates, configs, pages }: Drawn, send: Send) {
    const content = templates[path]
    this.space.addCompiledTemplate(path, { groupList: templates, content, fallbackListenerOnNativeNode: true })
    this.space.addComponentStaticConfig(path, configs[path] as object)
    const eh = (event: object) => void send(this.front, plainEvent(event as DrawnEvent))
    const deeper = { properties: { i: { type: Object, value: {} }, l: { type: String, value: '' } }, methods: { eh } }
    const page = { data: { root: { cn: [] } }, methods: { eh } }
    this.space.componentEnv(path, ({ Component }) => Component(pages.includes(path) ? page : deeper))
  }
}

interface Target {
  id?: string
  dataset: object
}
interface DrawnEvent {
  type: string
  detail?: unknown
  target?: Target
  currentTarget?: Target
}

const plainTarget = (target?: Target) => target && { id: target.id ?? '', dataset: { ...target.dataset } }

const plainEvent = ({ type, detail, target, currentTarget }: DrawnEvent) => ({
  ...{
    type,
    detail: detail ?? {},
    timeStamp: Math.round(performance.now()),
    mark: {},
    touches: [],
    changedTouches: [],
  },
  ...{ target: plainTarget(target), currentTarget: plainTarget(currentTarget) },
})
