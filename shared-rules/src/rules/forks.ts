/** An open point: a fact that is not known, or a reading that is not pinned. */
export interface Point<Path extends string> {
  path: Path
  key: string
  options: readonly unknown[]
  /** The option being tried; -1 where the way being walked does not meet the point. */
  at: number
}

/** Of each point the option that a way took, -1 (or nothing) where it did not meet it. */
export type Way = readonly number[]

export const meets = (way: Way, point: number): boolean => (way[point] ?? -1) >= 0

/**
 * A depth-first walk over open points that are only found while walking: `choose` meets one, `advance` turns the last of them
 * to its next option and forgets those behind it. The same walk serves unknown facts and open readings.
 */
export class Forks<Path extends string = string> {
  /** Every point met since `clear`, in the order in which they were first met. */
  readonly points: Point<Path>[] = []
  private readonly met: Point<Path>[] = []

  /** The way being walked has met no open point. */
  get none(): boolean {
    return this.met.length === 0
  }

  clear(): void {
    if (this.points.length > 0) this.points.length = 0
  }

  private point(path: Path, key: string): Point<Path> {
    for (const point of this.points) if (point.path === path) return point
    const point: Point<Path> = { path, key, options: [], at: -1 }
    this.points.push(point)
    return point
  }

  choose<T>(path: Path, key: string, options: readonly T[]): T {
    const point = this.point(path, key)
    if (point.at < 0) {
      point.options = options
      point.at = 0
      this.met.push(point)
    }
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the options of one path always have the type that the caller names
    return point.options[point.at] as T
  }

  /** False when every combination has been tried. */
  advance(): boolean {
    for (;;) {
      const last = this.met[this.met.length - 1]
      if (last === undefined) return false
      last.at += 1
      if (last.at < last.options.length) return true
      last.at = -1
      this.met.pop()
    }
  }

  way(): Way {
    return this.points.map((point) => point.at)
  }
}
