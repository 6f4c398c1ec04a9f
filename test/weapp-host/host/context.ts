import path from 'node:path'
import vm from 'node:vm'
import type { Dist } from './dist'
import { strictDate } from './strict-date'

/** Names that a WeChat module sees as undefined, although a browser has them. */
const absent = ['window', 'document', 'self', 'location', 'navigator', 'XMLHttpRequest', 'fetch', 'localStorage']
const alsoAbsent = ['frames', 'history', 'screen', 'alert']

/**
 * A JavaScript world as bare as WeChat's logic layer: the given globals, the language, nothing else; no eval, no Intl,
 * no WebAssembly, and a Date that reads strings as strictly as iOS.
 */
export function createContext(globals: Record<string, unknown>): vm.Context {
  const context = vm.createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } })
  for (const name of ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics']) {
    vm.runInContext(`delete globalThis.${name}`, context)
  }
  const realDate = vm.runInContext('Date', context) as DateConstructor
  Object.assign(context, { Date: strictDate(realDate) })
  return context
}

type Require = (id: string) => unknown

/** WeChat's `require`: CommonJS within the package, each file evaluated once. */
export function createRequire(dist: Dist, context: vm.Context): Require {
  const modules = new Map<string, { exports: unknown }>()
  const load = (id: string, from: string): unknown => {
    const file = resolveFile(dist, path.posix.join(path.posix.dirname(from), id))
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const parameters = ['require', 'module', 'exports', ...absent, ...alsoAbsent].join(',')
    const source = `(function(${parameters}){${dist.read(file)}\n})`
    // Not the real path: a test runner would print the whole minified line beside each fault.
    const run = vm.runInContext(source, context, { filename: `weapp:${file}` }) as (...args: unknown[]) => void
    run((next: string) => load(next, file), module, module.exports)
    return module.exports
  }
  return (id) => load(id, 'app.js')
}

function resolveFile(dist: Dist, id: string): string {
  const found = [id, `${id}.js`, `${id}/index.js`].find((file) => file.endsWith('.js') && dist.has(file))
  if (!found) throw new Error(`module '${id}' is not defined`)
  return found
}
