import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import type { Drawing } from '../compile'
import type { NativeElement } from './native-element'
import { PageDrawer } from './page-drawer'
import { enliven } from './widgets'

declare global {
  interface Window {
    /** Set before this script: what the build looks like. */
    weappDrawing: Omit<Drawing, 'templates'> & { templates: Record<string, unknown> }
    /** The logic layer, in the process of the test. */
    weappEvent: (page: number, event: object) => Promise<void>
    weapp: PageDrawer
  }
}

glassEasel.globalOptions.writeIdToDOM = true
const backend = new glassEasel.CurrentWindowBackendContext()
backend.onEvent((target, type, detail, options) => {
  const event = new glassEasel.Event(type, detail, options)
  glassEasel.Event.dispatchEvent(target, event)
  return event.getEventBubbleStatus()
})

/** Native tags get WeChat's prefix, which also keeps them apart from HTML's own button and input. */
const ours = /^(wx-|comp$|custom-wrapper$|body$|page$)/
const realDocument = document
Object.assign(backend, {
  document: {
    createTextNode: (text: string) => realDocument.createTextNode(text),
    createDocumentFragment: () => realDocument.createDocumentFragment(),
    createElement: (tag: string) => {
      const element: NativeElement = realDocument.createElement(ours.test(tag) ? tag : `wx-${tag}`)
      plainId(element)
      queueMicrotask(() => enliven(element))
      return element
    },
  },
})

/** The adapter puts a scope before each id; Taro finds its nodes by the id alone. */
function plainId(element: HTMLElement) {
  Object.defineProperty(element, 'id', {
    get: () => element.getAttribute('id') ?? '',
    set: (id: string) => element.setAttribute('id', id.replace(/^.*?--/s, '')),
  })
}

const environment = new MiniProgramEnv()
const associated = environment.associateBackend(backend as never)
const space = environment.createCodeSpace('main', true)
window.weapp = new PageDrawer(space, associated, window.weappDrawing, window.weappEvent)
