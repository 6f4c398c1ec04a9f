import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filesOf, isSpec, read, repository } from '../architecture/source-files'
import { bundleSpecs, lawSpecs } from './bundle'
import { Judge } from './judge'
import { type Mutant, mutantsOf } from './mutants'
import { type Explanation, review } from './survivors'

const policies = 'shared-rules/src/policies'

/** Rules, not words: texts, clauses and the sample directory hold no comparison that a verdict hangs on. */
const isRule = (file: string) => file.endsWith('.ts') && !isSpec(file) && !/texts|notice\.ts|directory\.ts/.test(file)

const say = (line: string) => process.stdout.write(`${line}\n`)

const explanations = () => JSON.parse(readFileSync(path.join(__dirname, 'survivors.json'), 'utf8')) as Explanation[]

/** Runs the specs, quick ones first, against one mutant after the other. */
class Court {
  readonly specs = lawSpecs()
  private readonly judges = [new Judge(), new Judge()]
  private patienceMs = 600_000

  /** How many tests pass without a mutant; throws where one fails. What a mutant may take follows from how long they take. */
  async rehearse(): Promise<number> {
    const began = performance.now()
    const code = await bundleSpecs(this.specs)
    const judgement = code === undefined ? undefined : await this.judges[0]?.judge(code, this.patienceMs)
    if (judgement?.failure !== undefined || !judgement)
      throw new Error(judgement?.failure ?? 'the specs do not compile')
    this.patienceMs = 30_000 + 5 * (performance.now() - began)
    return judgement.passed
  }

  private async survives(mutant: Mutant, judge: Judge): Promise<boolean> {
    const code = await bundleSpecs(this.specs, mutant.file, mutant.text)
    if (code === undefined) return false
    return (await judge.judge(code, this.patienceMs)).failure === undefined
  }

  async survivors(mutants: readonly Mutant[]): Promise<Mutant[]> {
    const alive = new Set<Mutant>()
    const waiting = [...mutants]
    const work = async (judge: Judge) => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        if (await this.survives(mutant, judge)) alive.add(mutant)
        if (waiting.length % 50 === 0) say(`${waiting.length} to go, ${alive.size} alive`)
      }
    }
    await Promise.all(this.judges.map(work))
    return mutants.filter((mutant) => alive.has(mutant))
  }

  close(): void {
    for (const judge of this.judges) judge.stop()
  }
}

function report(alive: readonly Mutant[], files: readonly string[]): boolean {
  const ids = alive.map((mutant) => mutant.id)
  const { explained, unexplained, stale } = review(ids, explanations(), files)
  for (const { mutant, why } of explained) say(`explained    ${mutant}\n             ${why}`)
  for (const id of stale) say(`stale        ${id}: no longer survives`)
  for (const id of unexplained) say(`UNEXPLAINED  ${id}`)
  say(`${explained.length} explained, ${unexplained.length} unexplained, ${stale.length} stale`)
  return unexplained.length + stale.length === 0
}

/** `npm run mutate [-- PART]`: only files whose path holds PART. False where a survivor is unexplained. */
async function mutate(part: string): Promise<boolean> {
  const began = performance.now()
  const court = new Court()
  try {
    const tests = await court.rehearse()
    const files = filesOf(repository, policies).filter((file) => isRule(file) && file.includes(part))
    const mutants = files.flatMap((file) => mutantsOf(read(repository, file)))
    say(`${mutants.length} mutants of ${files.length} files against ${tests} tests of ${court.specs.length} spec files`)
    const alive = await court.survivors(mutants)
    const seconds = Math.round((performance.now() - began) / 1000)
    say(`${mutants.length - alive.length} of ${mutants.length} noticed in ${seconds} s`)
    return report(alive, files)
  } finally {
    court.close()
  }
}

void mutate(process.argv[2] ?? '').then((clean) => {
  process.exitCode = clean ? 0 : 1
})
