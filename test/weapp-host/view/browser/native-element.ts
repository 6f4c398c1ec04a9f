/** A DOM element that glass-easel has made; unknown tags are plain elements to it. */
export interface NativeElement extends HTMLElement {
  __wxElement?: {
    getAttribute(name: string): unknown
    triggerEvent(type: string, detail: unknown, options: object): void
  }
}

export const attribute = (element: NativeElement, name: string): unknown => element.__wxElement?.getAttribute(name)

export const isTrue = (value: unknown) => value === true || value === 'true'

/** Fires an event of a native component on its element. */
export const fire = (element: NativeElement, type: string, detail: unknown) =>
  element.__wxElement?.triggerEvent(type, detail, { bubbles: false, composed: false })

/** Calls `sync` now and whenever an attribute of the element changes. */
export function keepInStep(element: NativeElement, sync: () => void) {
  sync()
  new MutationObserver(sync).observe(element, { attributes: true })
}
