import { packages, tabs } from '../../../../miniapp/src/packages'

/** Pages of the version that is released: here the one in this repository. */
export const releasedPages: readonly string[] = [
  ...tabs.map((tab) => `pages/${tab}/index`),
  ...Object.entries(packages).flatMap(([name, pages]) => pages.map((page) => `packages/${name}/pages/${page}/index`)),
]
