import { type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { type Pool, type RowDataPacket } from 'mysql2/promise'
import { setTimeout as pause } from 'node:timers/promises'
import { startServer } from '../../bench/bench-server'
import { inLanes } from '../payments/lanes'
import { type Outcome, type Settings } from '../payments/prove'
import { Random } from '../payments/random'
import { type Arrived, type Delivered, disagreements, type Evidence } from './compare'
import { Mischief } from './mischief'
import { inboxesOf, type Plan, planOf } from './plan'
import { type Order, type SignedIn, type Told } from './teller'
import { World } from './world'

const contactOf: Readonly<Record<string, string>> = {
  'unit-contact:sample-city-service': 'zhang',
  'unit-contact:sample-city-hospital': 'ma',
  'department-contact:sample-health-department': 'he',
}
const perOrder = 40

/** Notices are written and sent while workers are killed; then all inboxes and all that arrived is held against what had to be told. */
export async function prove({ size, seed, server, say }: Settings): Promise<Outcome> {
  const began = performance.now()
  const tell = (line: string): void => say(`${Math.round((performance.now() - began) / 1000)} s  ${line}`)
  const world = await World.open(server)
  const teller = new Teller(world)
  let agreed = false
  try {
    tell(`everything runs, logs in ${world.folder}/logs`)
    const plan = planOf(size, new Random(seed))
    const accountOf = await setUp(world, teller, plan)
    tell(`${plan.occasions.length} occasions for ${inboxesOf(plan, accountOf).length} inbox rows`)
    const mischief = new Mischief(world, new Random(seed, 1), Math.max(8, Math.round(size / 150)))
    const killing = mischief.run()
    await tellAll(teller, plan, new Random(seed, 2))
    tell(`all is told, the teller was killed ${teller.kills} times`)
    await killing
    tell(`${mischief.kills} workers killed; time passes until nothing waits`)
    await mischief.untilQuiet()
    const evidence = await gather(world, teller, { plan, accountOf, kills: mischief.kills })
    const problems = disagreements(evidence)
    agreed = problems.length === 0
    return { disagreements: problems, summary: summary(evidence) }
  } finally {
    teller.end()
    await world.close(!agreed)
  }
}

/** The process that writes notices, started again whenever it was killed. */
class Teller {
  kills = 0
  private child: ChildProcess | undefined

  constructor(private readonly world: World) {}

  /** Undefined: it was killed before it was through. */
  async ask<T>(order: Order, killAfterMs?: number): Promise<T | undefined> {
    const child = (this.child ??= await this.start())
    const over = new AbortController()
    const ended = once(child, 'exit', { signal: over.signal }).then(() => undefined)
    const answered = once(child, 'message', { signal: over.signal })
    for (const one of [ended, answered]) one.catch(() => undefined)
    child.send(order)
    if (killAfterMs !== undefined) {
      await pause(killAfterMs)
      if (child.kill('SIGKILL')) this.kills += 1
      this.child = undefined
      await ended
      over.abort()
      return undefined
    }
    const said = await Promise.race([answered, ended])
    over.abort()
    if (!said) throw new Error('The teller ended, its last words stand above')
    return said[0]
  }

  end(): void {
    if (this.child?.connected) this.child.disconnect()
  }

  private async start(): Promise<ChildProcess> {
    const child = startServer('../proof/notices/teller.ts', { ...this.world.bffSettings })
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('The teller ended at once'))),
    ])
    return child
  }
}

async function setUp(world: World, teller: Teller, plan: Plan): Promise<Map<string, string>> {
  await untilListed(world)
  const accountOf = new Map((await teller.ask<SignedIn>({ do: 'sign-in', readers: plan.readers })) ?? [])
  const now = new Date(world.clock.now())
  await inLanes(4, plan.applications, ({ id, readers: [first = '', second] }) =>
    insert(world.database, { id, owner: accountOf.get(first) ?? '', other: accountOf.get(second ?? '') }, now),
  )
  for (const { person, grants } of plan.readers) {
    // More than there is to send: a message that is sent twice must not be stopped by WeChat's own count.
    const enough = Math.min(grants, plan.occasions.length * 2)
    if (person !== undefined) await world.accept(person, enough)
  }
  return accountOf
}

/** Until the office's list of contacts is here. */
async function untilListed(world: World): Promise<void> {
  for (let turn = 0; turn < 120; turn += 1) {
    const [rows] = await world.database.query<RowDataPacket[]>('select 1 from reference limit 1')
    if (rows.length > 0) return
    await world.clock.advance(5_000)
    await pause(500)
  }
  throw new Error("the office's list was never read")
}

async function insert(
  database: Pool,
  { id, owner, other }: { id: string; owner: string; other: string | undefined },
  now: Date,
): Promise<void> {
  const put = (table: string, row: object) => database.query('insert into ?? set ?', [table, row])
  await put('person', {
    id,
    id_digest: id.replaceAll('-', '').padEnd(64, '0'),
    id_number_sealed: 'none',
    created_at: now,
  })
  for (const accountId of other === undefined ? [owner] : [owner, other])
    await put('person_account', { person_id: id, account_id: accountId, role: 'own', created_at: now })
  await put('application', {
    ...{ id, campaign: 'jiaozuo-2023', account_id: owner, person_id: id, live_key: `jiaozuo-2023:${id}` },
    ...{ state: 'confirmed', since: now, version: 5, grade: 3, facts: '{}', unit_code: 'sample-county-library' },
    ...{ office_revision: 1, event_revision: 1 },
    ...{ submitted_at: now, created_at: now, updated_at: now },
  })
}

/** In parts; some are begun, cut off by a kill, and told again from their beginning. */
async function tellAll(teller: Teller, { occasions }: Plan, random: Random): Promise<void> {
  const parts = Math.ceil(occasions.length / perOrder)
  for (let part = 0; part < parts; part += 1) {
    const order = { do: 'tell', occasions: occasions.slice(part * perOrder, (part + 1) * perOrder) } as const
    if (random.chance(Math.min(0.3, 10 / parts))) await teller.ask(order, random.between(20, 400))
    await teller.ask(order)
  }
}

async function gather(
  world: World,
  teller: Teller,
  { plan, accountOf, kills }: { plan: Plan; accountOf: Map<string, string>; kills: number },
): Promise<Evidence> {
  const [rows] = await world.database.query<(Delivered & RowDataPacket)[]>(
    'select id, notice_id as noticeId, recipient, way, state from notice_delivery',
  )
  const personOf = new Map(plan.readers.map(({ name, person }) => [`account:${accountOf.get(name)}`, person]))
  const messageOf = ({ recipient }: Delivered, { key, what }: Told): Arrived | undefined => {
    const [name = '', id = '', ...reader] = key.split(':')
    if (name === 'place') return { person: contactOf[reader.join(':')] ?? '', application: '', what }
    const person = personOf.get(recipient)
    return person === undefined ? undefined : { person, application: id, what }
  }
  const messages = (await world.messages()).map(({ person, page, template, data }) => ({
    person,
    application: new URLSearchParams(page?.split('?')[1] ?? '').get('id') ?? '',
    what: data[Object.keys(template.fields)[0] ?? ''] ?? '',
  }))
  const mails = (await world.mails()).map(({ messageId }) => messageId.replace(/^<|@.*$/g, ''))
  const told = (await teller.ask<Told[]>({ do: 'read' })) ?? []
  return { inboxes: inboxesOf(plan, accountOf), told, deliveries: rows, messageOf, messages, mails, kills }
}

function summary({ told, deliveries, messages, mails, kills }: Evidence): string[] {
  const counts = new Map<string, number>()
  for (const { way, state } of deliveries) counts.set(`${way} ${state}`, (counts.get(`${way} ${state}`) ?? 0) + 1)
  return [
    `${told.length} inbox rows; ${messages.length} messages and ${mails.length} mails arrived; ${kills} workers killed`,
    `deliveries: ${[...counts]
      .sort()
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
  ]
}
