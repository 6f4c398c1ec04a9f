import fs from 'node:fs'
import path from 'node:path'
import { openDist, subpackagesOf } from '../host/dist'

/** Not uploaded, or not counted, by WeChat. */
const uncounted = /(project\.(private\.)?config\.json|\.map|LICENSE\.txt)$/

/** Every counted file of a build, by its path from the root. */
export function filesOf(root: string): string[] {
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !uncounted.test(file))
    .sort()
}

export const bytesOf = (root: string, file: string): number => fs.statSync(path.join(root, file)).size

export interface PackageSizes {
  main: number
  /** By the root of the subpackage. */
  subpackages: Record<string, number>
  total: number
}

/** Bytes of the main package and of each subpackage, before WeChat's own minification. */
export function packageSizes(root: string): PackageSizes {
  const roots = subpackagesOf(openDist(root).app).map((each) => each.root.replace(/\/?$/, '/'))
  const sizes: PackageSizes = { main: 0, subpackages: Object.fromEntries(roots.map((each) => [each, 0])), total: 0 }
  for (const file of filesOf(root)) {
    const home = roots.find((each) => file.startsWith(each))
    const bytes = bytesOf(root, file)
    if (home) sizes.subpackages[home] = (sizes.subpackages[home] ?? 0) + bytes
    else sizes.main += bytes
    sizes.total += bytes
  }
  return sizes
}
