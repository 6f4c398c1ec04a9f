import { openDist, type AppJson, type TabBar } from '../host/dist'
import { bytesOf } from './packages'

const maxIconBytes = 40 * 1024

/** What WeChat refuses in app.json's tabBar. */
export function tabBarProblems(root: string): string[] {
  const dist = openDist(root)
  const { tabBar } = dist.app
  if (!tabBar) return []
  const icons = tabBar.list.flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
  return [
    ...(tabBar.list.length < 2 || tabBar.list.length > 5 ? ['tabBar: 2 to 5 tabs'] : []),
    ...colourProblems(tabBar),
    ...placeProblems(dist.app, tabBar),
    ...icons.filter((icon) => icon !== undefined).flatMap((icon) => iconProblems(root, icon.replace(/^\.?\//, ''))),
  ]
}

const colourProblems = (tabBar: TabBar) =>
  (['color', 'selectedColor', 'backgroundColor'] as const)
    .filter((key) => !/^#[0-9a-f]{6}$/i.test(tabBar[key] ?? '#000000'))
    .map((key) => `tabBar.${key} must be #rrggbb`)

const placeProblems = (app: AppJson, tabBar: TabBar) =>
  tabBar.list
    .filter(({ pagePath }) => !app.pages.includes(pagePath))
    .map(({ pagePath }) => `tabBar: ${pagePath} is not in the main package`)

function iconProblems(root: string, icon: string): string[] {
  if (!openDist(root).has(icon)) return [`tabBar: no icon ${icon}`]
  if (!/\.(png|jpe?g)$/.test(icon)) return [`tabBar: icon ${icon} is neither png nor jpg`]
  return bytesOf(root, icon) > maxIconBytes ? [`tabBar: icon ${icon} has more than 40 KB`] : []
}
