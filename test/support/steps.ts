import { spawn } from 'node:child_process'
import { repository } from '../architecture/source-files'

/** One thing that is checked: no problems means that it holds. */
export interface Step {
  name: string
  run(): Promise<readonly string[]> | readonly string[]
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s`

const failure = (error: unknown) => [error instanceof Error ? (error.stack ?? error.message) : String(error)]

export interface RunOptions {
  /** Steps running together; one after the other unless given. */
  atOnce?: number
  /** Where the lines go; standard output unless given. */
  report?: NodeJS.WritableStream
}

async function runStep(step: Step, report: NodeJS.WritableStream): Promise<boolean> {
  const began = performance.now()
  const problems = await Promise.resolve()
    .then(() => step.run())
    .catch(failure)
  report.write(`${seconds(began)}  ${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${step.name}\n`)
  for (const problem of problems) report.write(`           ${problem}\n`)
  return problems.length === 0
}

/** Runs the steps and gives the names of those that failed, in their order. */
export async function runSteps(
  steps: readonly Step[],
  { atOnce = 1, report = process.stdout }: RunOptions = {},
): Promise<string[]> {
  const failed = new Set<Step>()
  const waiting = [...steps]
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await runStep(step, report))) failed.add(step)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return steps.filter((step) => failed.has(step)).map((step) => step.name)
}

/** Runs a program in the repository. Gives its output as problems where it fails. */
export const command = (program: string, ...args: string[]): Promise<string[]> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.once('error', (error) => resolve([error.message]))
    child.once('close', (code) =>
      resolve(code === 0 ? [] : [...lines(output), `${program} ${args.join(' ')}: exit ${code}`]),
    )
  })

const lines = (output: string) => output.split('\n').filter((line) => line.trim() !== '')
