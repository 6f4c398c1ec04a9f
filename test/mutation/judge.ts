import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { runSpecs } from './spec-runner'

/** What the specs make of a script. */
export interface Judgement {
  passed: number
  /** The first line of what the first failing test threw; absent: all passed. */
  failure?: string
}

const isJudgement = (message: unknown): message is Judgement =>
  typeof message === 'object' && message !== null && 'passed' in message

/** A process that judges one script after the other. */
export class Judge {
  private child: ChildProcess | undefined

  /** A mutant may never end: after `patienceMs` it counts as noticed. */
  judge(code: string, patienceMs: number): Promise<Judgement> {
    const child = (this.child ??= fork(path.join(__dirname, 'judge.ts'), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    }))
    return new Promise((resolve) => {
      const done = (judgement: Judgement) => {
        clearTimeout(timer)
        child.removeAllListeners()
        resolve(judgement)
      }
      const giveUp = (failure: string) => {
        this.stop()
        done({ passed: 0, failure })
      }
      const timer = setTimeout(() => giveUp(`did not end within ${patienceMs} ms`), patienceMs)
      child.once('message', (message) => done(isJudgement(message) ? message : { passed: 0, failure: String(message) }))
      child.once('exit', (code) => giveUp(`ended with ${code}`))
      child.send(code)
    })
  }

  stop(): void {
    this.child?.kill('SIGKILL')
    this.child = undefined
  }
}

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

if (require.main === module) {
  process.on('message', (code: string) => {
    void runSpecs(code)
      .then(
        (passed): Judgement => ({ passed }),
        (error: unknown): Judgement => ({ passed: 0, failure: firstLine(error) }),
      )
      .then((judgement) => process.send?.(judgement))
  })
}
