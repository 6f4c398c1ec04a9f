import { type Clock } from './clock'

/** Another process's clock, followed over HTTP. Both processes run on one machine, so only the offset is needed. */
export interface FollowedClock extends Clock {
  /** Asks for the offset now; used where one process has just moved the clock. */
  refresh(): Promise<void>
  /** Moves the clock of the owner, and this one with it. `ms` above 0. */
  advance(ms: number): Promise<number>
  stop(): void
}

export async function followClock(url: string, everyMs = 500): Promise<FollowedClock> {
  let offset = await ask(`${url}/clock`)
  const refresh = async (): Promise<void> => {
    offset = await ask(`${url}/clock`)
  }
  // A missed answer leaves the last offset in force; the owner's end stops all processes anyway.
  const timer = setInterval(() => void refresh().catch(() => undefined), everyMs)
  timer.unref()
  const now = (): number => Date.now() + offset
  const advance = async (ms: number): Promise<number> => {
    offset = await ask(`${url}/clock/advance`, { ms })
    return now()
  }
  return { now, refresh, advance, stop: () => clearInterval(timer) }
}

async function ask(url: string, body?: object): Promise<number> {
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    signal: AbortSignal.timeout(2_000),
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const content: unknown = await answer.json()
  if (content && typeof content === 'object' && 'offsetMs' in content && typeof content.offsetMs === 'number') {
    return content.offsetMs
  }
  throw new Error(`The clock at ${url} answered ${answer.status} without an offset.`)
}
