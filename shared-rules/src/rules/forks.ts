/** One open point met on the way, and which of its options is being tried. */
export interface Fork {
  path: string
  key: string
  options: readonly unknown[]
  at: number
}

/**
 * A depth-first walk over open points that are only found while walking: `choose` meets one, `advance` turns the last of them
 * to its next option and forgets those behind it. The same walk serves unknown facts and open readings.
 */
export class Forks {
  readonly taken: Fork[] = []

  choose<T>(path: string, key: string, options: readonly T[]): T {
    let fork = this.taken.find((f) => f.path === path)
    if (fork === undefined) {
      fork = { path, key, options, at: 0 }
      this.taken.push(fork)
    }
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the options of one path always have the type that the caller names
    return fork.options[fork.at] as T
  }

  /** False when every combination has been tried. */
  advance(): boolean {
    for (;;) {
      const last = this.taken[this.taken.length - 1]
      if (last === undefined) return false
      last.at += 1
      if (last.at < last.options.length) return true
      this.taken.pop()
    }
  }
}
