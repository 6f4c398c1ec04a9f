import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

export interface Service {
  name: string
  /** What node runs, from the repository's root. */
  script: readonly string[]
  settings: Readonly<Record<string, string>>
  /** Answers 200 once the service is ready. */
  readyUrl: string
}

export interface Child {
  name: string
  pid: number
  /** Resolves when the process has ended, with its last lines. */
  ended: Promise<string>
  stop(): Promise<void>
}

const endWithParent = pathToFileURL(join(__dirname, 'end-with-parent.mjs')).href
const patienceMs = 60_000

/** Starts one service, its output in a log, and waits until it is ready. Throws with the log's end where it ends before. */
export async function startChild(service: Service, folder: string, root: string): Promise<Child> {
  mkdirSync(join(folder, 'logs'), { recursive: true })
  const log = join(folder, 'logs', `${service.name}.log`)
  const output = openSync(log, 'w')
  const child = spawn(process.execPath, ['--import', endWithParent, ...service.script], {
    cwd: root,
    env: { ...process.env, ...service.settings },
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
  const ended = over.then(
    () => `${service.name} ended (${child.exitCode ?? child.signalCode}), see ${log}\n${lastLines(log)}`,
  )
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 8_000)
    await over
    clearTimeout(force)
  }
  const problem = await Promise.race([ended, untilReady(service.readyUrl, child)])
  if (problem !== undefined) {
    await stop()
    throw new Error(problem)
  }
  return { name: service.name, pid: child.pid ?? 0, ended, stop }
}

/** undefined once it is ready, else why it is not. */
async function untilReady(url: string, child: ChildProcess): Promise<string | undefined> {
  const deadline = performance.now() + patienceMs
  while (performance.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const ready = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) return undefined
    await pause(100)
  }
  return `${url} was not ready within ${patienceMs / 1000} s.`
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
}
