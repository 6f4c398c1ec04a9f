import path from 'node:path'
import type { Dist } from './dist'
import { Page, emptyEventChannel, type PageDefinition } from './page'
import type { HostLog } from './log'
import type { View } from './view'

export const maxPages = 10

interface Host {
  dist: Dist
  log: HostLog
  changed: () => void
  view: View
  /** Evaluates a page's file and gives what it passed to Page(). */
  definition: (route: string) => PageDefinition
}

export interface Target {
  route: string
  query: Record<string, string>
}

/** The page stack and WeChat's five ways to move in it. Failures are WeChat's own words after `name:fail`. */
export class Navigation {
  stack: Page[] = []
  private readonly tabs = new Map<string, Page>()

  constructor(private readonly host: Host) {}

  get top(): Page | undefined {
    return this.stack.at(-1)
  }

  target(url: string): Target {
    const [place = '', search = ''] = url.split('?')
    const base = path.posix.dirname(this.top?.route ?? '')
    const route = place.startsWith('/') ? place.slice(1) : path.posix.join(base, place)
    if (!this.host.dist.pages.includes(route)) throw new Error(`page "${route}" is not found`)
    return { route, query: parseQuery(search) }
  }

  open({ route, query }: Target) {
    const page = new Page(route, query, this.host.definition(route), this.host)
    this.stack.push(page)
    this.host.view.open(page)
    page.call('onLoad', query)
    page.call('onShow')
    page.call('onReady')
    this.host.changed()
  }

  navigateTo({ url }: { url: string }) {
    const target = this.target(url)
    if (this.host.dist.isTab(target.route)) throw new Error('can not navigateTo a tabbar page')
    if (this.stack.length >= maxPages) throw new Error('webview count limit exceed')
    this.top?.call('onHide')
    this.open(target)
    return { eventChannel: emptyEventChannel() }
  }

  redirectTo({ url }: { url: string }) {
    const target = this.target(url)
    if (this.host.dist.isTab(target.route)) throw new Error('can not redirectTo a tabbar page')
    this.closeTop()
    this.open(target)
  }

  navigateBack({ delta = 1 }: { delta?: number } = {}) {
    if (this.stack.length < 2) throw new Error('cannot navigate back at first page.')
    for (let left = delta; left > 0 && this.stack.length > 1; left -= 1) this.closeTop()
    this.showTop()
    this.host.changed()
  }

  reLaunch({ url }: { url: string }) {
    const target = this.target(url)
    this.closeAll()
    this.open(target)
  }

  switchTab({ url }: { url: string }) {
    const target = this.target(url)
    if (!this.host.dist.isTab(target.route)) throw new Error('can not switch to no-tabBar page')
    const covered = this.top !== undefined && !this.host.dist.isTab(this.top.route)
    while (this.top && !this.host.dist.isTab(this.top.route)) this.closeTop()
    if (this.top?.route !== target.route) this.leaveTabFor(target)
    else if (covered) this.showTop()
    this.host.changed()
  }

  private leaveTabFor(target: Target) {
    const kept = this.tabs.get(target.route)
    const left = this.stack.pop()
    left?.call('onHide')
    if (left) this.tabs.set(left.route, left)
    if (!kept) return this.open(target)
    this.stack.push(kept)
    this.showTop()
  }

  closeAll() {
    while (this.stack.length) this.closeTop()
    for (const tab of this.tabs.values()) this.unload(tab)
    this.tabs.clear()
  }

  private closeTop() {
    const page = this.stack.pop()
    if (!page) return
    this.unload(page)
    this.tabs.delete(page.route)
  }

  private unload(page: Page) {
    page.call('onUnload')
    this.host.view.close(page)
  }

  private showTop() {
    if (!this.top) return
    this.host.view.show(this.top)
    this.top.call('onShow')
  }
}

/** WeChat hands the query over as it stands, percent signs and all. */
function parseQuery(search: string): Record<string, string> {
  const pairs = search.split('&').filter((part) => part !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}
