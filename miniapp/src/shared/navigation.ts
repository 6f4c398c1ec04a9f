import Taro from '@tarojs/taro'
import { type PackageName, type PageOf, type Tab } from '../packages'

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
