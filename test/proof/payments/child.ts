import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { repository } from '../../architecture/source-files'

export interface Program {
  name: string
  /** What node runs, from the repository's root. */
  script: readonly string[]
  settings: Readonly<Record<string, string>>
}

const endWithParent = pathToFileURL(path.join(__dirname, '../../sandbox/start/end-with-parent.mjs')).href
/** Every program here says one of these when it is ready. */
const ready = /^(listening on (\S+)|working)$/m
const patienceMs = 60_000

/** A process of the proof that may be killed and started again. Its output goes into a log of its own. */
export class Child {
  kills = 0
  private child: ChildProcess | undefined
  private readonly log: string

  constructor(
    readonly program: Program,
    folder: string,
  ) {
    mkdirSync(path.join(folder, 'logs'), { recursive: true })
    this.log = path.join(folder, 'logs', `${program.name}.log`)
  }

  /** Answers the address where it listens, '' where it does not. Throws with its last words where it ends before. */
  async start(): Promise<string> {
    const { name, script, settings } = this.program
    const child = spawn(process.execPath, ['--import', endWithParent, ...script], {
      cwd: repository,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.child = child
    let output = ''
    const match = new Promise<RegExpExecArray>((resolve) => {
      const take = (chunk: Buffer): void => {
        appendFileSync(this.log, chunk)
        output = (output + chunk.toString('utf8')).slice(-4_000)
        const found = ready.exec(output)
        if (found) resolve(found)
      }
      child.stdout?.on('data', take)
      child.stderr?.on('data', take)
    })
    const timer = new AbortController()
    const late = once(timer.signal, 'abort')
    const timeout = setTimeout(() => timer.abort(), patienceMs)
    const said = await Promise.race([match, once(child, 'exit'), late]).finally(() => clearTimeout(timeout))
    if ('index' in said) return said[2] ?? ''
    child.kill('SIGKILL')
    throw new Error(`${name} did not start, see ${this.log}\n${output}`)
  }

  /** As a power cut would: nothing is finished. */
  async kill(): Promise<void> {
    this.kills += 1
    await this.end('SIGKILL')
  }

  async stop(): Promise<void> {
    const force = setTimeout(() => this.child?.kill('SIGKILL'), 8_000)
    await this.end('SIGTERM')
    clearTimeout(force)
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
}
