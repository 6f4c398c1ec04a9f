import { type ChildProcess, spawn } from 'node:child_process'

export interface ProcessOptions {
  /** The child is ready once its standard output or error holds this. */
  ready: RegExp
  env?: Record<string, string | undefined>
  cwd?: string
  /** Milliseconds to wait for `ready`; 60,000 unless given. */
  patience?: number
  /** Keep the child's standard input open as long as this process lives; it is empty otherwise. */
  holdInput?: boolean
}

export interface RunningProcess {
  child: ChildProcess
  /** What `ready` matched. */
  ready: RegExpExecArray
  /** Everything printed so far. */
  output(): string
  /** Ends the child and all it started; resolves when the child is gone. */
  stop(): Promise<void>
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group is gone already.
  }
}

function untilReady(
  child: ChildProcess,
  match: () => RegExpExecArray | null,
  patience: number,
): Promise<RegExpExecArray> {
  const waiting = new AbortController()
  return new Promise<RegExpExecArray>((resolve, reject) => {
    const look = () => {
      const ready = match()
      if (ready) resolve(ready)
    }
    const ended = (code: number | null, signal: string | null) =>
      reject(new Error(`ended (${code ?? signal}) before it was ready`))
    const timer = setTimeout(() => reject(new Error(`not ready within ${patience} ms`)), patience)
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.once('error', reject)
    child.once('close', ended)
    waiting.signal.addEventListener('abort', () => {
      clearTimeout(timer)
      child.stdout?.off('data', look)
      child.stderr?.off('data', look)
      child.off('error', reject)
      child.off('close', ended)
    })
  }).finally(() => waiting.abort())
}

function stopGroup(child: ChildProcess): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return Promise.resolve(signalGroup(child, 'SIGKILL'))
  return new Promise((resolve) => {
    const force = setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000)
    child.once('exit', () => {
      clearTimeout(force)
      signalGroup(child, 'SIGKILL')
      resolve()
    })
    signalGroup(child, 'SIGTERM')
  })
}

/** Starts a child in a process group of its own and waits until it says that it is ready. Throws with its output where it ends before. */
export async function startProcess(
  command: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<RunningProcess> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: [options.holdInput ? 'pipe' : 'ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const collect = (chunk: Buffer) => (output += chunk.toString('utf8'))
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  try {
    const ready = await untilReady(child, () => options.ready.exec(output), options.patience ?? 60_000)
    return { child, ready, output: () => output, stop: () => stopGroup(child) }
  } catch (error) {
    await stopGroup(child)
    throw new Error(`${command} ${args.join(' ')}: ${(error as Error).message}\n${output}`, { cause: error })
  }
}
