import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The stand-ins' time. Instants are milliseconds since 1970, UTC. */
export interface Clock {
  now(): number
}

/** A clock that can be moved from a page; `ms` above 0. */
export interface MovableClock extends Clock {
  advance?(ms: number): number | Promise<number>
}

/** The one clock that the others follow. It runs, can be moved forward, and never goes back. */
export interface OwnClock extends Clock {
  /** What must be added to the machine's clock. */
  offsetMs(): number
  /** Moves forward by `ms` (an integer above 0) and answers the new time; anything else throws a RangeError. */
  advance(ms: number): number
  /** Writes down the present time, so that the next start goes on from here. */
  stop(): void
}

/** Monday 2023-03-20 09:00 in Beijing: registration is open, and there is a week until it closes. */
export const firstMoment = Date.UTC(2023, 2, 20, 1, 0, 0)

const leaseMs = 5_000

/**
 * With `file` a second start goes on where the first ended. What is written is always a little ahead of the time
 * given out (a lease), so that time does not go back even after the process was killed.
 */
export function ownClock(settings: { file?: string; startAt?: number } = {}): OwnClock {
  const { file } = settings
  let offset = (readMoment(file) ?? settings.startAt ?? firstMoment) - Date.now()
  let leasedUntil = -Infinity
  let newest = -Infinity

  const save = (moment: number): void => {
    leasedUntil = moment
    if (file) writeMoment(file, moment)
  }
  const now = (): number => {
    newest = Math.max(newest, Date.now() + offset)
    if (newest >= leasedUntil) save(newest + leaseMs)
    return newest
  }
  const advance = (ms: number): number => {
    if (!Number.isSafeInteger(ms) || ms <= 0)
      throw new RangeError('The clock only moves forward, by whole milliseconds.')
    offset += ms
    return now()
  }
  now()
  return { now, advance, offsetMs: () => offset, stop: () => save(now()) }
}

/** A clock that stands still until it is moved, for tests in which the passing of real time must not matter. */
export function standingClock(startAt = firstMoment): OwnClock {
  let moment = startAt
  const advance = (ms: number): number => {
    if (!Number.isSafeInteger(ms) || ms <= 0)
      throw new RangeError('The clock only moves forward, by whole milliseconds.')
    moment += ms
    return moment
  }
  return { now: () => moment, advance, offsetMs: () => moment - Date.now(), stop: () => undefined }
}

function readMoment(file: string | undefined): number | undefined {
  if (!file || !existsSync(file)) return undefined
  const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (stored && typeof stored === 'object' && 'now' in stored && Number.isFinite(stored.now)) return Number(stored.now)
  throw new Error(`${file} does not hold a moment; start with --fresh.`)
}

/** By renaming, so that a kill in between leaves the old file whole. */
function writeMoment(file: string, moment: number): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify({ now: Math.ceil(moment) }))
  renameSync(`${file}.new`, file)
}
