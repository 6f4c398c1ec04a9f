import vm from 'node:vm'
import type { Dist } from '../host/dist'

/** A node of Taro's tree, as it crosses to the view: `nn` names its template, `p…` are its attributes. */
export interface TaroNode {
  nn?: string
  sid?: string
  uid?: string
  /** Text of a text node. */
  v?: string
  st?: string
  cn?: TaroNode[]
  [attribute: string]: unknown
}

export interface Template {
  tag: string
  /** WXML attribute → its expression, such as `{{i.p4}}`. */
  attributes: ReadonlyMap<string, string>
}

/** The functions of Taro's utils.wxs that choose a template: by depth and by what lies above. */
interface Chooser {
  a(level: number, name: string, path: string): string
  c(node: TaroNode, prefix: string): string
  f(path: string, name: string): string
}

export interface Place {
  level: number
  path: string
}

export const topPlace: Place = { level: 0, path: '' }

/**
 * The templates of base.wxml, read from the build itself, so that an attribute or a binding which is missing there is
 * missing for the test too.
 */
export class Templates {
  private readonly byName: Map<string, string>
  private readonly parsed = new Map<string, Template>()
  private readonly chooser: Chooser

  constructor(dist: Dist) {
    this.byName = readTemplates(dist.read('base.wxml'))
    this.chooser = readChooser(dist.read('utils.wxs'))
  }

  /** The template that draws `node` at `place`, and the place of its children. */
  choose(node: TaroNode, place: Place): { template: Template; inner: Place } {
    const name = this.chooser.a(place.level, node.nn ?? '', place.path)
    // Below the deepest template Taro starts again in a component of its own (comp, custom-wrapper).
    if (name.endsWith('_container')) return this.choose(node, topPlace)
    const template = this.template(name, node, name.replace(/[^_]*$/, ''))
    if (template.tag === 'custom-wrapper') return { template, inner: topPlace }
    return { template, inner: { level: place.level + 1, path: this.chooser.f(place.path, node.nn ?? '') } }
  }

  private template(name: string, node: TaroNode, prefix: string): Template {
    const body = this.byName.get(name)
    if (body === undefined) throw new Error(`base.wxml has no template ${name}: a phone would draw nothing there`)
    if (/^<template is="\{\{xs\.c\(/.test(body)) return this.template(this.chooser.c(node, prefix), node, prefix)
    const known = this.parsed.get(name)
    if (known) return known
    const parsed = parseElement(body)
    this.parsed.set(name, parsed)
    return parsed
  }
}

function readTemplates(wxml: string): Map<string, string> {
  const found = wxml.matchAll(/<template name="([^"]+)">\s*([\s\S]*?)\n<\/template>/g)
  return new Map([...found].map(([, name = '', body = '']) => [name, body]))
}

/** A .wxs file is plain CommonJS without globals. */
function readChooser(wxs: string): Chooser {
  return vm.runInNewContext(`(function(module){${wxs}\nreturn module.exports})({})`) as Chooser
}

function parseElement(body: string): Template {
  const [, tag = '', attributes = ''] = /^<([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/.exec(body) ?? []
  const pairs = attributes.matchAll(/([\w:-]+)="([^"]*)"/g)
  return { tag, attributes: new Map([...pairs].map(([, name = '', value = '']) => [name, value])) }
}
