import { openDist, type Dist } from '../host/dist'
import { packageSizes, filesOf } from './packages'
import { privateApiProblems } from './private-apis'
import { tabBarProblems } from './tab-bar'

const megabyte = 1024 * 1024
/** WeChat takes 2 MB a package; what its own tools add needs room. */
export const maxPackageBytes = 1.8 * megabyte
/** Of all packages together, when a service provider uploads them. */
const maxTotalBytes = 20 * megabyte

/** Everything on account of which WeChat would refuse this build, or a phone would not run it. Empty: nothing. */
export function distProblems(root: string): string[] {
  const dist = openDist(root)
  const files = filesOf(root)
  return [
    ...sizeProblems(root),
    ...pageProblems(dist),
    ...tabBarProblems(root),
    ...privateApiProblems(dist, files),
    ...files.filter((file) => file.endsWith('.js')).flatMap((file) => codeProblems(file, dist.read(file))),
    ...files.filter((file) => file.endsWith('.wxss')).flatMap((file) => styleProblems(file, dist.read(file))),
  ]
}

function sizeProblems(root: string): string[] {
  const { main, subpackages, total } = packageSizes(root)
  const tooBig = Object.entries({ 'the main package': main, ...subpackages }).filter(
    ([, size]) => size > maxPackageBytes,
  )
  return [
    ...tooBig.map(([name, size]) => `${name} has ${size} bytes, ${maxPackageBytes} at most`),
    ...(total > maxTotalBytes ? [`all packages have ${total} bytes, ${maxTotalBytes} at most`] : []),
  ]
}

function pageProblems(dist: Dist): string[] {
  const parts = dist.pages.flatMap((page) => ['js', 'wxml', 'json'].map((kind) => `${page}.${kind}`))
  return [
    ...parts.filter((file) => !dist.has(file)).map((file) => `${file} is missing`),
    ...(dist.app.lazyCodeLoading === 'requiredComponents' ? [] : ['lazyCodeLoading is not requiredComponents']),
  ]
}

/** The probe for the global object that old libraries carry; WeChat answers it with undefined. */
const harmlessProbe = /(new )?Function\("return this"\)/g
const ownNetwork = /https?:\/\/(localhost|127\.0\.0\.1|192\.168\.|10\.\d)/
/** Names of XML vocabularies are no addresses. */
const plainHttp = /["'`]http:\/\/(?!www\.w3\.org\/)[\w.-]+/

function codeProblems(file: string, source: string): string[] {
  return [
    ...(/\beval\(|\bnew Function\(/.test(source.replace(harmlessProbe, '')) ? [`${file} makes code from strings`] : []),
    ...(ownNetwork.test(source) ? [`${file} names a server of the developer's machine`] : []),
    ...(plainHttp.test(source) ? [`${file} names a server by plain http`] : []),
  ]
}

const styleProblems = (file: string, source: string) =>
  /url\(\s*["']?(?!data:|https:)[^)"']/.test(source) ? [`${file} loads a local file by url()`] : []
