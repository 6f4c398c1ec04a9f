/** Draws that can be made again: the same seed and salt give the same ones. mulberry32. */
export class Random {
  private state: number

  constructor(seed: number, salt = 0) {
    this.state = (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b)) | 0
  }

  /** 0 to below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** One of them, each as often as its weight says beside the others. */
  weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T {
    const total = choices.reduce((sum, [weight]) => sum + weight, 0)
    let left = this.next() * total
    const found = choices.find(([weight]) => (left -= weight) < 0) ?? choices.at(-1)
    if (!found) throw new Error('nothing to choose from')
    return found[1]
  }

  one<T>(choices: readonly T[]): T {
    return this.weighted(choices.map((choice) => [1, choice] as const))
  }
}
