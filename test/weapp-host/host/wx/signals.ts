const names = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'ThemeChange',
  'WindowResize',
  'NetworkStatusChange',
  'KeyboardHeightChange',
  'MemoryWarning',
  'NeedPrivacyAuthorization',
] as const

export type Signal = (typeof names)[number]
type Listener = (event: unknown) => void

/** The `on…`/`off…` pairs of wx; `emit` is the phone's side. */
export class Signals {
  private readonly listeners = new Map<Signal, Set<Listener>>(names.map((name) => [name, new Set()]))

  emit(name: Signal, event: unknown) {
    for (const listener of this.of(name)) listener(event)
  }

  apis(): Record<string, (listener?: Listener) => void> {
    return Object.fromEntries(
      names.flatMap((name) => [
        [`on${name}`, (listener?: Listener) => void (listener && this.of(name).add(listener))],
        [
          `off${name}`,
          (listener?: Listener) => (listener ? void this.of(name).delete(listener) : this.of(name).clear()),
        ],
      ]),
    )
  }

  private of(name: Signal): Set<Listener> {
    return this.listeners.get(name) ?? new Set()
  }
}
