type Task = (...args: unknown[]) => void

/** The timers of the app: a task that throws is reported, not thrown into the test; all end with the app. */
export class Timers {
  private readonly running = new Map<number, NodeJS.Timeout>()
  private lastId = 0

  constructor(private readonly fault: (error: unknown) => void) {}

  globals() {
    const stop = (id?: number) => this.stop(id)
    return {
      setTimeout: (task: Task, wait?: number, ...args: unknown[]) =>
        this.start((id) => setTimeout(() => this.run(task, args, id), wait)),
      setInterval: (task: Task, wait?: number, ...args: unknown[]) =>
        this.start(() => setInterval(() => this.run(task, args), wait)),
      clearTimeout: stop,
      clearInterval: stop,
    }
  }

  clear() {
    for (const timer of this.running.values()) clearTimeout(timer)
    this.running.clear()
  }

  private start(begin: (id: number) => NodeJS.Timeout): number {
    const id = ++this.lastId
    this.running.set(id, begin(id))
    return id
  }

  private stop(id?: number) {
    if (id === undefined) return
    clearTimeout(this.running.get(id))
    this.running.delete(id)
  }

  private run(task: Task, args: unknown[], once?: number) {
    if (once !== undefined) this.running.delete(once)
    try {
      task(...args)
    } catch (error) {
      this.fault(error)
    }
  }
}
