import { assess, type Facts, findPack } from '@app/shared-rules'
import { type Figure, rounded } from './figure'
import { type Answers, flatten, pinEverything } from './yardsticks/answers'
import { randomApplicants } from './yardsticks/applicants'
import { type Digested, digestForYardsticks } from './yardsticks/digested'
import { jsonRules } from './yardsticks/json-rules'
import { zen } from './yardsticks/zen'

const applicants = 10_000
const seed = 2023
const rounds = 15
const roundMs = 150

/** Answers the applicants from `start` on for about `roundMs`; gives how many it did per second. */
type Contender = (start: number) => Promise<number>

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

function synchronous(people: readonly Facts[], answer: (facts: Facts) => unknown): Contender {
  return (start) => {
    const began = performance.now()
    let done = 0
    for (let spent = 0; spent < roundMs; spent = performance.now() - began) {
      for (let step = 0; step < 20; step += 1, done += 1) answer(people[(start + done) % people.length] ?? {})
    }
    return Promise.resolve((done * 1000) / (performance.now() - began))
  }
}

function asynchronous(
  people: readonly Digested[],
  answer: (facts: Digested) => Promise<Answers>,
  atOnce: number,
): Contender {
  return async (start) => {
    const began = performance.now()
    let done = 0
    while (performance.now() - began < roundMs) {
      const batch = Array.from({ length: atOnce }, (_, step) => people[(start + done + step) % people.length])
      await Promise.all(batch.map((facts) => facts && answer(facts)))
      done += atOnce
    }
    return (done * 1000) / (performance.now() - began)
  }
}

/** Every contender in every round, in turn: what else the machine does meets all of them alike. */
async function interleaved(contenders: ReadonlyMap<string, Contender>): Promise<Map<string, number>> {
  const rates = new Map([...contenders.keys()].map((name): [string, number[]] => [name, []]))
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, contender] of contenders) {
      const rate = await contender((round + 1) * 600)
      // The first round only warms up.
      if (round >= 0) rates.get(name)?.push(rate)
    }
  }
  return new Map([...rates].map(([name, of]) => [name, median(of)]))
}

const law = () => {
  const pack = findPack('jiaozuo-2023')
  if (!pack) throw new Error('no pack jiaozuo-2023')
  return pinEverything(pack)
}

/** Throws at the first person on whom a yardstick and the law differ. */
export async function assertAgreement(count: number): Promise<void> {
  const pack = law()
  const yardsticks = { 'json-rules-engine': jsonRules(), 'zen-engine': zen() }
  for (const facts of randomApplicants(count, seed)) {
    const ours = flatten(assess(pack, facts, { earliestYear: false }), facts)
    for (const [name, answer] of Object.entries(yardsticks)) {
      const theirs = await answer(digestForYardsticks(pack, facts))
      if (theirs !== ours) {
        throw new Error(`${name} says ${theirs.toString(2)}, the law ${ours.toString(2)}: ${JSON.stringify(facts)}`)
      }
    }
  }
}

/** Those that are asked one person after the other on one core, as the law is. */
const opponents = ['json-rules-engine', 'zen-engine'] as const
/** For information: it works on every core at once, which several processes of the law would do as well. */
const manyAtOnce = 'zen-engine, 32 at once on all cores'

function figures(rates: ReadonlyMap<string, number>): Figure[] {
  const of = (name: string) => rates.get(name) ?? 0
  const faster = Math.max(...opponents.map(of))
  const line = (figure: string, rate: number): Figure => ({
    bench: 'rules',
    figure,
    value: rounded(rate),
    unit: 'people/s',
    ratio: rounded(rate / faster),
    ok: true,
  })
  const ours = line('full explained assessments of five grades', of('assess'))
  return [
    { ...ours, goal: 'ratio >= 10', ok: of('assess') >= 10 * faster },
    line('the same with earliestYear', of('assess with earliestYear')),
    ...[...opponents, manyAtOnce].map((name) => line(`yes or no by ${name}`, of(name))),
  ]
}

export async function measure(): Promise<Figure[]> {
  await assertAgreement(applicants)
  const pack = law()
  const people = randomApplicants(applicants, seed)
  const digested = people.map((facts) => digestForYardsticks(pack, facts))
  const [byRules, byZen] = [jsonRules(), zen()]
  const rates = await interleaved(
    new Map([
      ['assess', synchronous(people, (facts) => assess(pack, facts, { earliestYear: false }))],
      ['assess with earliestYear', synchronous(people, (facts) => assess(pack, facts))],
      ['json-rules-engine', asynchronous(digested, byRules, 1)],
      ['zen-engine', asynchronous(digested, byZen, 1)],
      [manyAtOnce, asynchronous(digested, byZen, 32)],
    ]),
  )
  const agreed: Figure = {
    bench: 'rules',
    figure: 'applicants agreed on',
    value: applicants,
    unit: 'people',
    goal: `value >= ${applicants}`,
    ok: true,
  }
  return [agreed, ...figures(rates)]
}
