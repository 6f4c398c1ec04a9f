import Taro from '@tarojs/taro'
import { type PackageName, type PageOf, packages, type Tab } from '../packages'

type Query = Record<string, string | number | undefined>

const query = (values: Query) => {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined)
  return pairs.length === 0
    ? ''
    : `?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')}`
}

export const pagePath = <P extends PackageName>(name: P, page: PageOf<P>, values: Query = {}) =>
  `/packages/${name}/pages/${page}/index${query(values)}`

/** Opens a page of a subpackage on top of this one. */
export const open = <P extends PackageName>(name: P, page: PageOf<P>, values: Query = {}) => {
  void Taro.navigateTo({ url: pagePath(name, page, values) })
}

const isPackage = (name: string): name is PackageName => name in packages

/** Opens a page by the name that the server gives it, `track/status`. False: this app has no such page. */
export const openPlace = (place: string, values: Query): boolean => {
  const [name = '', page = ''] = place.split('/')
  const pages: readonly string[] = isPackage(name) ? packages[name] : []
  if (!pages.includes(page)) return false
  void Taro.navigateTo({ url: `/packages/${name}/pages/${page}/index${query(values)}` })
  return true
}

/** Puts a page in place of this one: nobody should come back to this one by “返回”. */
export const replace = <P extends PackageName>(name: P, page: PageOf<P>, values: Query = {}) => {
  void Taro.redirectTo({ url: pagePath(name, page, values) })
}

export const openTab = (tab: Tab) => {
  void Taro.switchTab({ url: `/pages/${tab}/index` })
}

/** One page back; from a page that was opened directly (a notice, a link), home. */
export const goBack = () => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else openTab('home')
}
