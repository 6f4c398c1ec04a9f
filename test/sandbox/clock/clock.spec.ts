import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstMoment, ownClock, standingClock } from './clock'
import { followClock } from './follow-clock'
import { startClock } from './start-clock'

const hour = 3_600_000

describe('the sandbox clock', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sandbox-clock-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it('begins on Monday 2023-03-20 at 09:00 in Beijing', () => {
    expect(new Date(firstMoment).toISOString()).toBe('2023-03-20T01:00:00.000Z')
    expect(ownClock().now()).toBeGreaterThanOrEqual(firstMoment)
    expect(ownClock().now()).toBeLessThan(firstMoment + hour)
  })

  it('goes on at the second start where the first ended', () => {
    const file = join(folder, 'clock.json')
    const first = ownClock({ file })
    const end = first.advance(26 * hour)
    first.stop()
    const second = ownClock({ file })
    expect(second.now()).toBeGreaterThanOrEqual(end)
    expect(second.now()).toBeLessThan(end + hour)
  })

  it('does not go back after a kill, when nothing was written at the end', () => {
    const file = join(folder, 'clock.json')
    const killed = ownClock({ file })
    const last = killed.advance(hour)
    expect(ownClock({ file }).now()).toBeGreaterThanOrEqual(last)
  })

  it.each([0, -1, 1.5, Number.NaN])('refuses to move by %s', (ms) => {
    expect(() => ownClock().advance(ms)).toThrow(RangeError)
    expect(() => standingClock().advance(ms)).toThrow(RangeError)
  })

  it('refuses a damaged file rather than beginning anew over old data', () => {
    const file = join(folder, 'clock.json')
    writeFileSync(file, '{"now":"soon"}')
    expect(() => ownClock({ file })).toThrow(/--fresh/)
    expect(readFileSync(file, 'utf8')).toBe('{"now":"soon"}')
  })
})

describe('the clock over HTTP', () => {
  it('is followed by another process, which may move it forward for all', async () => {
    const server = await startClock({ clock: standingClock() })
    const follower = await followClock(server.url)
    const other = await followClock(server.url)
    try {
      await follower.advance(3 * hour)
      expect(server.clock.now()).toBe(firstMoment + 3 * hour)
      await other.refresh()
      expect(other.now()).toBeGreaterThanOrEqual(firstMoment + 3 * hour)
    } finally {
      follower.stop()
      other.stop()
      await server.close()
    }
  })

  it('refuses to be moved back and says so', async () => {
    const server = await startClock({ clock: standingClock() })
    try {
      const answer = await fetch(`${server.url}/clock/advance`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ms: -1 }),
      })
      expect([answer.status, await answer.json()]).toEqual([400, { code: 'only-forward' }])
      expect(server.clock.now()).toBe(firstMoment)
    } finally {
      await server.close()
    }
  })
})
