/** Lets two pass at once, or one alone; in the order in which they came. */
export class Turnstile {
  private inside = 0
  private readonly queue: { alone: boolean; enter(): void }[] = []
  private alone = false

  async pass<T>(alone: boolean, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      this.queue.push({ alone, enter })
      this.letIn()
    })
    try {
      return await work()
    } finally {
      this.inside -= 1
      this.alone = false
      this.letIn()
    }
  }

  private letIn(): void {
    for (let next = this.queue[0]; next && this.hasRoom(next.alone); next = this.queue[0]) {
      this.queue.shift()
      this.inside += 1
      this.alone = next.alone
      next.enter()
    }
  }

  private hasRoom(alone: boolean): boolean {
    return alone ? this.inside === 0 : this.inside < 2 && !this.alone
  }
}
