import { Clock } from './clock'

/**
 * Follows the clock that the sandbox owns, by its offset from the machine's. Asked again often, so that moving the
 * clock forward on the office's page is felt here within a second.
 */
export class SandboxClock extends Clock {
  private offset = 0
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly url: string) {
    super()
  }

  now(): Date {
    return new Date(Date.now() + this.offset)
  }

  /** Asks once; throws when the sandbox cannot be reached, since a guess would decide deadlines. */
  async follow(everyMilliseconds = 1000): Promise<void> {
    await this.ask()
    this.timer = setInterval(() => void this.ask().catch(() => undefined), everyMilliseconds)
    this.timer.unref()
  }

  stop(): void {
    clearInterval(this.timer)
  }

  async ask(): Promise<void> {
    const asked = Date.now()
    const response = await fetch(this.url, { signal: AbortSignal.timeout(5000) })
    const answer: unknown = await response.json()
    const told = typeof answer === 'object' && answer !== null && 'now' in answer ? Date.parse(String(answer.now)) : NaN
    if (Number.isNaN(told)) throw new Error('The sandbox clock gave no usable time')
    this.offset = told - (asked + Date.now()) / 2
  }
}
