import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** A script of the bench as a process of its own; it ends with this one, or when it is disconnected. */
export const startServer = (script: string, environment: Record<string, string>): ChildProcess =>
  fork(path.join(__dirname, script), [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

/** The address that it tells once it listens. */
export async function addressOf(server: ChildProcess): Promise<string> {
  const ended = once(server, 'exit').then(() => Promise.reject(new Error('A server of the bench ended at once')))
  const [address] = await Promise.race([once(server, 'message'), ended])
  return String(address)
}
