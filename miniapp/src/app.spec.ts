import fs from 'node:fs'
import path from 'node:path'
import { packages, tabs } from './packages'

interface Config {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  tabBar: { list: { iconPath: string; selectedIconPath: string }[] }
  darkmode: boolean
  window: { navigationStyle?: string }
}

const configFor = async (platform: 'weapp' | 'h5'): Promise<Config> => {
  let config: unknown
  Object.assign(globalThis, { defineAppConfig: (given: unknown) => (config = given) })
  const before = process.env.TARO_ENV
  process.env.TARO_ENV = platform
  jest.resetModules()
  await import('./app.config')
  process.env.TARO_ENV = before
  return config as Config
}

const sources = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name)
    return entry.isDirectory() ? sources(at) : [at]
  })
const all = sources(__dirname)
const components = all.filter((file) => file.endsWith('.tsx') && !file.endsWith('.spec.tsx'))

test('every page of the list exists with its title, and every page that exists is in the list', () => {
  const listed = [
    ...tabs.map((tab) => `pages/${tab}/index`),
    ...Object.entries(packages).flatMap(([name, pages]) => pages.map((page) => `packages/${name}/pages/${page}/index`)),
  ].sort()
  const there = (file: RegExp) =>
    all.flatMap((at) => file.exec(path.relative(__dirname, at).split(path.sep).join('/'))?.[1] ?? []).sort()
  expect(there(/^((?:pages|packages\/[\w-]+\/pages)\/[\w-]+\/index)\.tsx$/)).toEqual(listed)
  expect(there(/^((?:pages|packages\/[\w-]+\/pages)\/[\w-]+\/index)\.config\.ts$/)).toEqual(listed)
})

test('the main package holds the tabs and nothing else; icons are small', async () => {
  const { pages, subPackages, tabBar } = await configFor('weapp')
  expect(pages).toEqual(tabs.map((tab) => `pages/${tab}/index`))
  expect(subPackages.map(({ root }) => root)).toEqual(Object.keys(packages).map((name) => `packages/${name}`))
  const icons = tabBar.list.flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
  for (const icon of icons) expect(fs.statSync(path.join(__dirname, icon)).size).toBeLessThan(2048)
})

test('[danger 83] dark mode is off as a whole, on the phone and on the web', async () => {
  expect((await configFor('weapp')).darkmode).toBe(false)
  expect(fs.readFileSync(path.join(__dirname, 'index.html'), 'utf8')).toMatch(
    /<meta name="color-scheme" content="light"/,
  )
})

test('the web page says its language and lets itself be zoomed', () => {
  const html = fs.readFileSync(path.join(__dirname, 'index.html'), 'utf8')
  expect(html).toContain('<html lang="zh-CN">')
  expect(html).not.toMatch(/user-scalable|maximum-scale/)
  // nothing inline, so that the server may forbid inline scripts
  expect(html).not.toMatch(/<script/)
})

test('[danger 84] whatever can be tapped is a control with a role, never a bare View with onClick', () => {
  const bare = components
    .filter((file) => !file.includes(`${path.sep}device${path.sep}`))
    .flatMap((file) => {
      const text = fs.readFileSync(file, 'utf8')
      return [...text.matchAll(/<(View|Text|Image)\b[^>]*?\sonClick=/g)]
        .filter(([tag]) => !tag.includes('sheet__veil'))
        .map(() => path.relative(__dirname, file))
    })
  expect(bare).toEqual([])
})

test('[danger 84] every pressable says what it is', () => {
  const silent = components.flatMap((file) => {
    const text = fs.readFileSync(file, 'utf8')
    return [...text.matchAll(/<View\b(?:[^>]|=>)*?pressable\((?:[^>]|=>)*?>/g)]
      .filter(([tag]) => !/aria\(|role=/.test(tag))
      .map(() => path.relative(__dirname, file))
  })
  expect(silent).toEqual([])
})
