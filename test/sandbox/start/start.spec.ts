import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../support/ports'
import { type Service, startChild } from './child'
import { keysOf } from './keys'
import { takeFolder } from './one-at-a-time'

const root = resolve(__dirname, '../../..')

// Each of these starts real processes.
jest.setTimeout(60_000)

describe('npm start', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sandbox-start-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const clock = async (settings: Record<string, string> = {}): Promise<Service> => {
    const port = await freePort()
    return {
      name: 'clock',
      script: ['--import', 'tsx', 'test/sandbox/clock/main.ts'],
      settings: { PORT: String(port), CLOCK_FILE: join(folder, 'clock.json'), ...settings },
      readyUrl: `http://127.0.0.1:${port}/clock`,
    }
  }
  const nowOf = async ({ readyUrl }: Service): Promise<string> => (await (await fetch(readyUrl)).json()).now

  it('waits until a service is ready, and keeps its data over a second start', async () => {
    const [first, second] = [await clock(), await clock()]
    const running = await startChild(first, folder, root)
    await fetch(`${first.readyUrl}/advance`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"ms":86400000}',
    })
    const end = await nowOf(first)
    await running.stop()
    const again = await startChild(second, folder, root)
    expect((await nowOf(second)) > end).toBe(true)
    await again.stop()
  })

  it('says which service ended, with its own words, when one cannot start', async () => {
    await expect(startChild(await clock({ PORT: '' }), folder, root)).rejects.toThrow(/clock ended[^]*PORT is missing/)
  })

  it('learns when a service ends by itself', async () => {
    const service = await clock()
    const running = await startChild(service, folder, root)
    process.kill(running.pid, 'SIGKILL')
    expect(await running.ended).toContain('clock ended (SIGKILL)')
  })

  it('leaves no service behind when it is killed itself', async () => {
    const service = await clock()
    const parent = join(folder, 'parent.ts')
    const started = `import { startChild } from ${JSON.stringify(join(__dirname, 'child'))}
      void startChild(${JSON.stringify(service)}, ${JSON.stringify(folder)}, ${JSON.stringify(root)}).then(({ pid }) => console.log(pid))`
    writeFileSync(parent, started)
    const starter = spawn(process.execPath, ['--import', 'tsx', parent], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(starter.stdout, 'data')
    expect(await answers(service)).toBe(true)
    starter.kill('SIGKILL')
    while (await answers(service)) await pause(20)
  })

  it('makes the keys once, readable by their owner only', () => {
    const keys = keysOf(folder)
    expect(keysOf(folder)).toEqual(keys)
    expect(statSync(join(folder, 'keys.json')).mode & 0o077).toBe(0)
    for (const key of [keys.officeDigestKey, keys.indexKey]) expect(Buffer.from(key, 'base64')).toHaveLength(32)
  })

  it('runs once per data folder', () => {
    expect(takeFolder(folder)).toBe(true)
    expect(readFileSync(join(folder, 'running.pid'), 'utf8')).toBe(String(process.pid))
    writeFileSync(join(folder, 'running.pid'), String(process.ppid))
    expect(takeFolder(folder)).toBe(false)
  })

  it('goes on after a start that was killed', () => {
    // No process has this number: it is above the largest that Linux gives.
    writeFileSync(join(folder, 'running.pid'), '99999999')
    expect(takeFolder(folder)).toBe(true)
    expect(existsSync(join(folder, 'running.pid'))).toBe(true)
  })
})

function answers({ readyUrl }: Service): Promise<boolean> {
  return fetch(readyUrl).then(
    () => true,
    () => false,
  )
}
