type Task = (...args: unknown[]) => void

/** Milliseconds; less than anyone needs from one tap to the next. */
const frame = 20

/** The timers of the app: a task that throws is reported, not thrown into the test; all end with the app. */
export class Timers {
  private readonly running = new Map<number, NodeJS.Timeout>()
  private readonly soon = new Set<number>()
  private lastId = 0

  /** `ran` is called after each task, `fault` with what one has thrown. */
  constructor(
    private readonly fault: (error: unknown) => void,
    private readonly ran: () => void,
  ) {}

  /** Something is going to happen before a person could do anything: React draws by such timers. */
  get busy(): boolean {
    return this.soon.size > 0
  }

  globals() {
    const stop = (id?: number) => this.stop(id)
    return {
      setTimeout: (task: Task, wait?: number, ...args: unknown[]) =>
        this.start((id) => {
          if ((wait ?? 0) <= frame) this.soon.add(id)
          return setTimeout(() => this.run(task, args, id), wait)
        }),
      setInterval: (task: Task, wait?: number, ...args: unknown[]) =>
        this.start(() => setInterval(() => this.run(task, args), wait)),
      clearTimeout: stop,
      clearInterval: stop,
    }
  }

  clear() {
    for (const timer of this.running.values()) clearTimeout(timer)
    this.running.clear()
    this.soon.clear()
  }

  private start(begin: (id: number) => NodeJS.Timeout): number {
    const id = ++this.lastId
    this.running.set(id, begin(id))
    return id
  }

  private stop(id?: number) {
    if (id === undefined) return
    clearTimeout(this.running.get(id))
    this.forget(id)
  }

  private forget(id: number) {
    this.running.delete(id)
    this.soon.delete(id)
  }

  private run(task: Task, args: unknown[], once?: number) {
    if (once !== undefined) this.forget(once)
    try {
      task(...args)
    } catch (error) {
      this.fault(error)
    }
    this.ran()
  }
}
