/** So many at once; who comes later waits its turn, or gives up. */
export class Slots {
  private readonly waiting: (() => void)[] = []

  constructor(private free: number) {}

  /** False: `signal` was aborted before a slot was free. Whoever got one calls `leave`. */
  async enter(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false
    if (this.free > 0) {
      this.free -= 1
      return true
    }
    return new Promise((resolve) => {
      const turn = (): void => {
        signal.removeEventListener('abort', giveUp)
        resolve(true)
      }
      const giveUp = (): void => {
        this.waiting.splice(this.waiting.indexOf(turn), 1)
        resolve(false)
      }
      signal.addEventListener('abort', giveUp, { once: true })
      this.waiting.push(turn)
    })
  }

  leave(): void {
    const next = this.waiting.shift()
    if (next) next()
    else this.free += 1
  }
}
