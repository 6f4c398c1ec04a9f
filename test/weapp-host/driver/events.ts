import type { Host } from '../host/host'
import type { Page } from '../host/page'
import type { Element } from './element'

const bubbling = /^(tap|longpress|longtap|touch|transitionend|animation)/

const plain = ({ node }: Element) => ({
  id: node.uid ?? node.sid ?? '',
  dataset: { sid: node.sid },
  offsetLeft: 0,
  offsetTop: 0,
})

/**
 * Delivers an event as WeChat does: to every element from the target upwards whose template binds it. Taro sorts out
 * stopPropagation itself and needs the call for each of them.
 * @throws Error when no template on the way binds the event: on a phone nothing would happen.
 */
export function dispatch(host: Host, page: Page, target: Element, type: string, detail: object = {}) {
  const reached = bubbling.test(type) ? target.upwards : [target]
  const stop = reached.findIndex((element) => element.stops(type))
  const bound = (stop < 0 ? reached : reached.slice(0, stop + 1)).filter((element) => element.listensTo(type))
  if (bound.length === 0) throw new Error(`no template binds ${type} on <${target.tag}> “${target.name}”`)
  for (const element of bound) {
    const event = { type, detail, timeStamp: performance.now(), mark: {}, touches: [], changedTouches: [], mut: false }
    host.deliver(page, { ...event, target: plain(target), currentTarget: plain(element) })
  }
}
