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

async function survivors(
  mutants: readonly Mutant[],
  specs: readonly string[],
  judges: readonly Judge[],
): Promise<Mutant[]> {
  const alive = new Set<Mutant>()
  const waiting = [...mutants]
  const work = async (judge: Judge) => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const code = await bundleSpecs(specs, mutant.file, mutant.text)
      const judgement = code === undefined ? { failure: 'does not compile' } : await judge.judge(code)
      if (judgement.failure === undefined) alive.add(mutant)
      if (waiting.length % 50 === 0) say(`${waiting.length} to go, ${alive.size} alive`)
    }
  }
  await Promise.all(judges.map(work))
  return mutants.filter((mutant) => alive.has(mutant))
}

/** `npm run mutate [-- PART]`: only files whose path holds PART. */
async function mutate(part: string): Promise<number> {
  const began = performance.now()
  const specs = lawSpecs()
  const judges = [new Judge(), new Judge()]
  try {
    const baseline = await judges[0]?.judge((await bundleSpecs(specs)) ?? 'throw new Error("the specs do not compile")')
    if (!baseline || baseline.failure !== undefined) {
      say(`The tests fail without any mutant: ${baseline?.failure ?? ''}`)
      return 1
    }
    const files = filesOf(repository, policies).filter((file) => isRule(file) && file.includes(part))
    const mutants = files.flatMap((file) => mutantsOf(read(repository, file)))
    say(
      `${mutants.length} mutants of ${files.length} files against ${baseline.passed} tests of ${specs.length} spec files`,
    )
    const alive = await survivors(mutants, specs, judges)
    const { explained, unexplained, stale } = review(
      alive.map((mutant) => mutant.id),
      explanations(),
      files,
    )
    for (const { mutant, why } of explained) say(`explained    ${mutant}\n             ${why}`)
    for (const id of stale) say(`stale        ${id}: no longer survives`)
    for (const id of unexplained) say(`UNEXPLAINED  ${id}`)
    const seconds = Math.round((performance.now() - began) / 1000)
    say(
      `${mutants.length - alive.length} noticed, ${explained.length} explained, ${unexplained.length} unexplained (${seconds} s)`,
    )
    return unexplained.length + stale.length === 0 ? 0 : 1
  } finally {
    for (const judge of judges) judge.stop()
  }
}

void mutate(process.argv[2] ?? '').then((code) => {
  process.exitCode = code
})
