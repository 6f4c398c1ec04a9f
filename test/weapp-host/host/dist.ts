import fs from 'node:fs'
import path from 'node:path'

/** app.json, as far as the host and the gates read it. */
export interface AppJson {
  pages: string[]
  entryPagePath?: string
  window?: PageJson
  tabBar?: TabBar
  subPackages?: Subpackage[]
  subpackages?: Subpackage[]
  usingComponents?: Record<string, string>
  lazyCodeLoading?: string
  requiredPrivateInfos?: string[]
  permission?: Record<string, { desc?: string }>
}

export interface Subpackage {
  root: string
  pages: string[]
}

export interface TabBar {
  color?: string
  selectedColor?: string
  backgroundColor?: string
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
}

export interface PageJson {
  navigationBarTitleText?: string
  usingComponents?: Record<string, string>
}

/** A built mini-program on disk, read as it is: the files of `taro build --type weapp`. */
export interface Dist {
  root: string
  app: AppJson
  /** Every page of the main package and of the subpackages. */
  pages: string[]
  isTab(route: string): boolean
  has(file: string): boolean
  read(file: string): string
  pageJson(route: string): PageJson
}

/** @throws Error when there is no build in `root`. */
export function openDist(root: string): Dist {
  if (!fs.existsSync(path.join(root, 'app.json'))) {
    throw new Error(`There is no weapp build in ${root}: run \`npm run build:weapp\` first.`)
  }
  const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
  const app = JSON.parse(read('app.json')) as AppJson
  return {
    root,
    app,
    pages: [...app.pages, ...subpackagesOf(app).flatMap((s) => s.pages.map((page) => path.posix.join(s.root, page)))],
    isTab: (route) => Boolean(app.tabBar?.list.some((tab) => tab.pagePath === route)),
    has: (file) => fs.existsSync(path.join(root, file)),
    read,
    pageJson: (route) => JSON.parse(read(`${route}.json`)) as PageJson,
  }
}

export const subpackagesOf = (app: AppJson): Subpackage[] => app.subPackages ?? app.subpackages ?? []
