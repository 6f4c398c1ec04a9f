const listeners = new Set<() => void>()
let version = 0

/** Something that the pages show has changed: queue, progress, the server's papers, a picture. */
export const changed = () => {
  version += 1
  listeners.forEach((listener) => listener())
}

export const watch = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Rises with each change. */
export const versionNow = () => version
