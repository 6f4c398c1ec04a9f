import { createContext, createRequire } from './context'
import { openDist, type Dist } from './dist'
import { errorText, newLog, type HostLog } from './log'
import { Navigation, type Target } from './navigation'
import type { Page, PageDefinition } from './page'
import { Timers } from './timers'
import { noView, type View } from './view'
import { createWx } from './wx'
import type { Phone } from './wx/device'
import { Dialogs } from './wx/dialogs'
import { PhoneFiles } from './wx/files'
import { Gesture } from './wx/gesture'
import type { NativeApis } from './wx/native'
import type { Network } from './wx/network'
import { Signals } from './wx/signals'
import { PhoneStorage } from './wx/storage'

export interface HostOptions {
  /** Kept by the test where the app is closed and opened again. */
  storage?: PhoneStorage
  network?: Network
  /** As the storage: kept where the app is closed and opened again. */
  files?: PhoneFiles
  native?: NativeApis
  phone?: Partial<Phone>
  /** Absent: nothing is drawn. */
  view?: View
}

/** As the view sends it, its further fields as Taro reads them. */
export interface ViewEvent {
  type?: string
  [field: string]: unknown
}

type AppHooks = Partial<Record<'onLaunch' | 'onShow' | 'onHide', (options?: object) => void>>

/** WeChat's logic layer for one running mini-program. No view: what would be drawn stands in each page's `data`. */
export class Host {
  readonly dist: Dist
  readonly log: HostLog = newLog()
  readonly storage: PhoneStorage
  readonly network: Network
  readonly files: PhoneFiles
  readonly signals = new Signals()
  private readonly gesture = new Gesture()
  readonly dialogs = new Dialogs(() => this.changed())
  readonly navigation: Navigation
  /** Called whenever something that a person could see may have changed. */
  onChange: () => void = () => undefined
  private readonly timers = new Timers(
    (error) => this.fault(error),
    () => this.changed(),
  )
  private readonly pages = new Map<string, PageDefinition>()
  private readonly require: (id: string) => unknown
  private loading = ''
  private app: AppHooks = {}
  private launched: object = {}

  constructor(root: string, options: HostOptions = {}) {
    this.dist = openDist(root)
    this.storage = options.storage ?? new PhoneStorage()
    this.network = options.network ?? { routes: {}, offline: true }
    this.files = options.files ?? new PhoneFiles()
    const changed = () => this.changed()
    const { dist, log, storage, network, files, dialogs, signals, gesture } = this
    this.navigation = new Navigation({
      ...{ dist, log, changed, view: options.view ?? noView },
      definition: (route) => this.definition(route),
    })
    const shared = { log, changed, storage, network, files, dialogs, signals, gesture, navigation: this.navigation }
    const given = { native: options.native ?? {}, phone: options.phone, launchOptions: () => this.launched }
    const wx = createWx({ ...shared, ...given })
    this.require = createRequire(this.dist, createContext(this.globals(wx)))
  }

  /** Starts the app as a tap on its icon does, or at a page as a shared card does. */
  launch(url = this.dist.app.entryPagePath ?? this.dist.app.pages[0] ?? '') {
    const target: Target = this.navigation.target(`/${url.replace(/^\//, '')}`)
    this.launched = { path: target.route, query: target.query, scene: 1001, referrerInfo: {} }
    this.require('/app.js')
    this.app.onLaunch?.(this.launched)
    this.app.onShow?.(this.launched)
    this.navigation.open(target)
  }

  /** The app is still at work on what happened last, faster than a person could act again. */
  get busy(): boolean {
    return this.timers.busy
  }

  /** The person leaves for another app. */
  background() {
    this.navigation.top?.call('onHide')
    this.app.onHide?.({})
    this.signals.emit('AppHide', {})
  }

  foreground() {
    this.app.onShow?.(this.launched)
    this.signals.emit('AppShow', this.launched)
    this.navigation.top?.call('onShow')
  }

  close() {
    this.navigation.closeAll()
    this.timers.clear()
    this.files.sweep()
  }

  /** An event of the view reaches its page. A tap lasts as long as its handlers run. */
  deliver(page: Page, event: ViewEvent) {
    const call = () => this.run(() => page.call('eh', event))
    if (event.type === 'tap') this.gesture.during(call)
    else call()
  }

  /** Runs code of the app as WeChat does: what it throws goes to the log and to wx.onError. */
  run(work: () => void) {
    try {
      work()
    } catch (error) {
      this.fault(error)
    }
  }

  private changed() {
    this.onChange()
  }

  private fault(error: unknown) {
    this.log.errors.push(errorText(error))
    this.signals.emit('Error', { message: errorText(error) })
    this.changed()
  }

  private definition(route: string): PageDefinition {
    if (!this.pages.has(route)) {
      this.loading = route
      this.require(`/${route}.js`)
    }
    const found = this.pages.get(route)
    if (!found) throw new Error(`${route}.js has not called Page()`)
    return found
  }

  private globals(wx: object): Record<string, unknown> {
    return {
      ...this.timers.globals(),
      wx,
      console: consoleInto(this.log),
      App: (hooks: AppHooks) => (this.app = hooks),
      getApp: () => this.app,
      getCurrentPages: () => [...this.navigation.stack],
      Page: (page: PageDefinition) => this.pages.set(this.loading, page),
      // Taro's comp and custom-wrapper belong to the view, which is not here.
      Component: () => undefined,
      Behavior: (behavior: object) => behavior,
    }
  }
}

function consoleInto(log: HostLog) {
  const write = (...parts: unknown[]) => void log.console.push(parts.map(errorText).join(' '))
  return { log: write, info: write, debug: write, warn: write, error: write, group: write, groupEnd: write }
}
