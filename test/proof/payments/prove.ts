import { type MariadbServer } from '../../support/mariadb'
import { readBooks } from './books'
import { disagreements, type Evidence } from './compare'
import { inLanes } from './lanes'
import { Mischief, seasonMs } from './mischief'
import { type Deeds, Payer } from './payer'
import { passTo, untilBilled, untilKnown, untilQuiet } from './quiet'
import { Random } from './random'
import { type Case, feesFor, setUp } from './setup'
import { World } from './world'

export interface Settings {
  /** Applications whose fee is to be paid. */
  size: number
  /** The same one draws the same people, faults and kills. */
  seed: number
  server: Pick<MariadbServer, 'host' | 'port' | 'user' | 'password'>
  say(line: string): void
}

export interface Outcome {
  /** None: money, books and the office's records agree. */
  disagreements: string[]
  /** What was done and what was checked, so that one sees that it was not little. */
  summary: string[]
}

const lastDay = '2023-03-24'
const payUntil = new Date('2023-03-25T00:00:00+08:00')
/** The deadline comes when most of the payers are through, but not all. */
const shareInTime = 0.8
const payersAtOnce = 12

/** People pay while everything goes wrong; then everything goes right again, and the ledger of WeChat Pay is held against our books. */
export async function prove({ size, seed, server, say }: Settings): Promise<Outcome> {
  const began = performance.now()
  const tell = (line: string): void => say(`${Math.round((performance.now() - began) / 1000)} s  ${line}`)
  const world = await World.open(server)
  let agreed = false
  try {
    tell(`everything runs, logs in ${world.folder}/logs`)
    await world.standIns.changeReference({ fees: feesFor((grade) => grade * 3_000), paymentDeadline: lastDay })
    const cases = await setUp(world, size, new Random(seed, -1))
    await world.clock.advance(Math.round(payUntil.getTime() - shareInTime * seasonMs(size) - world.clock.now()))
    await untilKnown(world, lastDay)
    tell(`${size} applications wait for their fee`)
    const deeds: Deeds = new Map()
    const mischief = await payAll(world, cases, { seed, deeds, tell })
    tell('the payers are through; time passes until nothing is due')
    await passTo(world, payUntil.getTime())
    await untilQuiet(world)
    const evidence = await gather(world, cases)
    const found = disagreements(evidence)
    tell('compared')
    agreed = found.length === 0
    return { disagreements: found, summary: [...(await counted(world, deeds)), mischief.told(), ...summary(evidence)] }
  } finally {
    await world.close(!agreed)
  }
}

interface Run {
  seed: number
  deeds: Deeds
  tell(line: string): void
}

async function payAll(world: World, cases: readonly Case[], { seed, deeds, tell }: Run): Promise<Mischief> {
  const mischief = new Mischief(world, new Random(seed, -2), cases.length, seed)
  await mischief.begin()
  let done = 0
  await inLanes(payersAtOnce, [...cases.entries()], async ([index, one]) => {
    await new Payer(world, one, new Random(seed, index), deeds).run()
    done += 1
    if (done % Math.ceil(cases.length / 10) === 0) tell(`${done} payers are through`)
    await mischief.next(done)
  })
  await mischief.end()
  return mischief
}

/** The bill of each day with money is read first: it may still tell us of payments, and gives the last word. */
async function gather(world: World, cases: readonly Case[]): Promise<Evidence> {
  const ledger = await world.standIns.ledger()
  const instants = ledger.flatMap(({ paidAt, refunds }) => [paidAt, ...refunds.map(({ settledAt }) => settledAt)])
  const days = new Set(instants.flatMap((instant) => (instant === undefined ? [] : [beijingDay(instant)])))
  await untilBilled(world, [...days].sort())
  await untilQuiet(world)
  const office = new Map<string, Awaited<ReturnType<typeof world.standIns.record>>['history']>()
  await inLanes(8, cases, async ({ applicationId, recordNo }) => {
    office.set(applicationId, (await world.standIns.record(recordNo)).history)
  })
  return { books: await readBooks(world.database), ledger: await world.standIns.ledger(), office, payUntil }
}

const beijingDay = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

async function counted(world: World, deeds: Deeds): Promise<string[]> {
  const counts = Object.entries(await world.standIns.payCounts()).sort()
  const line = (entries: Iterable<[string, number]>): string =>
    [...entries].map(([what, times]) => `${what} ${times}`).join(', ')
  return [`done: ${line(deeds)}`, `at WeChat Pay: ${line(counts)}`]
}

function summary({ books, ledger }: Evidence): string[] {
  const states = (all: readonly { state: string }[]): string => {
    const counts = new Map<string, number>()
    for (const { state } of all) counts.set(state, (counts.get(state) ?? 0) + 1)
    return [...counts].map(([state, count]) => `${count} ${state}`).join(', ')
  }
  const refunds = ledger.reduce((sum, order) => sum + order.refunds.length, 0)
  return [
    `WeChat Pay has ${ledger.length} orders (${states(ledger)}), ${refunds} refunds`,
    `we have ${books.channels.length} orders (${states(books.channels)}), refunds: ${states(books.refunds)}`,
    `applications: ${states(books.applications)}; differences for staff: ${books.differences.length}`,
  ]
}
