import path from 'node:path'
import { buildSync } from 'esbuild'
import { TmplGroup } from 'glass-easel-template-compiler'
import { filesOf } from '../gates/packages'
import { openDist } from '../host/dist'
import { baseStyle } from './base-style'

/** A build in the form that the browser's side takes. */
export interface Drawing {
  /** JavaScript expression: the compiled templates by path. */
  templates: string
  /** Paths of all WXML files, without the ending. */
  paths: string[]
  pages: string[]
  /** The json beside each of them: usingComponents. */
  configs: Record<string, unknown>
  style: string
}

export function compileView(root: string): Drawing {
  const dist = openDist(root)
  const group = new TmplGroup()
  const files = filesOf(root)
  const ending = (kind: string) =>
    files.filter((file) => file.endsWith(kind)).map((file) => file.slice(0, -kind.length))
  for (const script of ending('.wxs')) group.addScript(script, dist.read(`${script}.wxs`))
  for (const template of ending('.wxml')) group.addTmpl(template, dist.read(`${template}.wxml`))
  const paths = ending('.wxml')
  const configs = paths.map((each) => [each, dist.has(`${each}.json`) ? dist.pageJson(each) : {}] as const)
  const styles = ending('.wxss').map((each) => toCss(dist.read(`${each}.wxss`)))
  return {
    templates: group.getTmplGenObjectGroups(),
    paths,
    pages: dist.pages,
    configs: Object.fromEntries(configs),
    style: [baseStyle, ...styles].join('\n'),
  }
}

/** 750rpx are the width of any phone; imports are there already, since every file of the build is loaded. */
const toCss = (wxss: string) =>
  wxss
    .replace(/(-?[\d.]+)rpx/g, (_, size: string) => `calc(${size} * 100vw / 750)`)
    .replace(/@import\s+["'][^"']+["'];?/g, '')

/** The browser's side as one script. */
export function browserScript(): string {
  const entryPoints = [path.join(__dirname, 'browser/main.ts')]
  const { outputFiles } = buildSync({ entryPoints, bundle: true, write: false, format: 'iife', target: 'es2022' })
  return outputFiles[0]?.text ?? ''
}
