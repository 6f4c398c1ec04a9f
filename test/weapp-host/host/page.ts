import type { HostLog } from './log'
import type { View } from './view'

/** Hard limit of one setData call; WeChat refuses more. */
export const maxSetDataBytes = 1024 * 1024

type Hook = (this: Page, options?: unknown) => unknown

export interface PageDefinition {
  data?: Record<string, unknown>
  [member: string]: unknown
}

/** One page on the stack, as the mini-program's code sees it (`this` of its handlers). */
export class Page {
  private static lastId = 0
  readonly __wxWebviewId__ = ++Page.lastId
  readonly is: string
  data: Record<string, unknown>
  private readonly log: HostLog
  private readonly changed: () => void
  private readonly view: View;
  [member: string]: unknown

  constructor(
    readonly route: string,
    readonly options: Record<string, string>,
    definition: PageDefinition,
    host: { log: HostLog; changed: () => void; view: View },
  ) {
    Object.assign(this, definition)
    this.is = route
    this.log = host.log
    this.changed = host.changed
    this.view = host.view
    this.data = cloneJson(definition.data ?? {})
  }

  setData(data: Record<string, unknown>, done?: (this: Page) => void) {
    const json = JSON.stringify(data)
    const bytes = Buffer.byteLength(json)
    this.log.setData.push({ route: this.route, bytes, keys: Object.keys(data) })
    if (bytes > maxSetDataBytes) this.log.errors.push(`setData of ${bytes} bytes on ${this.route}: 1 MB at most`)
    for (const key of Object.keys(data)) {
      if (data[key] === undefined) this.log.errors.push(`setData of undefined at ${key} on ${this.route}`)
    }
    const sent = JSON.parse(json) as Record<string, unknown>
    for (const [key, value] of Object.entries(sent)) setPath(this.data, key, value)
    this.view.update(this, sent)
    this.changed()
    if (done) void Promise.resolve().then(() => done.call(this))
  }

  /** Calls a lifecycle hook or handler where the page has one. */
  call(hook: string, options?: unknown): unknown {
    const handler = this[hook]
    return typeof handler === 'function' ? (handler as Hook).call(this, options) : undefined
  }

  selectComponent(): null {
    return null
  }

  getOpenerEventChannel() {
    return emptyEventChannel()
  }
}

export const emptyEventChannel = () => ({ on() {}, once() {}, off() {}, emit() {} })

const cloneJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** Writes `root.cn.[0].v` as setData does, making the objects and lists on the way. */
export function setPath(target: object, dotted: string, value: unknown) {
  const keys = dotted.match(/[^.[\]]+/g) ?? []
  const last = keys.pop()
  if (last === undefined) return
  let at = target as Record<string, unknown>
  keys.forEach((key, index) => {
    const next = at[key]
    if (typeof next !== 'object' || next === null) at[key] = /^\d+$/.test(keys[index + 1] ?? last) ? [] : {}
    at = at[key] as Record<string, unknown>
  })
  at[last] = value
}
