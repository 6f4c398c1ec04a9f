/** Waits for conditions: looks again whenever something has changed, never after a fixed time. */
export class Waiter {
  private readonly waiting = new Set<() => void>()

  /** Call on every change. */
  changed() {
    for (const look of [...this.waiting]) look()
  }

  /**
   * Resolves with what `condition` gives once it no longer throws.
   * @throws Error of the last look, when `limit` milliseconds have passed.
   */
  until<T>(condition: () => T, limit: number): Promise<T> {
    return new Promise((resolve, reject) => {
      let last: unknown
      const look = () => {
        try {
          const value = condition()
          end()
          resolve(value)
        } catch (error) {
          last = error
        }
      }
      const end = () => {
        clearTimeout(timer)
        this.waiting.delete(look)
      }
      const timer = setTimeout(() => {
        end()
        reject(last)
      }, limit)
      this.waiting.add(look)
      look()
    })
  }
}
