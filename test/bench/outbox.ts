import { type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createConnection } from 'mysql2/promise'
import { firstMoment } from '../sandbox/clock/clock'
import { sampleApps } from '../sandbox/wechat/start-wechat'
import { startMariadb } from '../support/mariadb'
import { addressOf, startServer } from './bench-server'
import { type Done, type Order } from './drain'
import { type Figure, rounded } from './figure'

const bench = 'outbox'
const fullSize = 100_000
/** In turn so many by us and by the yardstick, so that what else the machine does meets both. */
const rounds = 20
const key = (text: string): string => Buffer.alloc(32, text).toString('base64')

/** Notices drained from MariaDB by workers as they are built, beside a bare loop in mysql2 that makes the same statements. `--size N`: for a look. */
export async function measure(options: readonly string[]): Promise<Figure[]> {
  const size = Number(options[options.indexOf('--size') + 1] ?? fullSize) || fullSize
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-outbox-'))
  const server = await startMariadb()
  const url = `mariadb://${server.user}:${server.password}@${server.host}:${server.port}`
  const children: Drainer[] = []
  const start = async (script: string, database: string, more: Record<string, string> = {}): Promise<Drainer> => {
    const child = await Drainer.start(script, { ...settingsFor(folder, `${url}/${database}`), ...more })
    children.push(child)
    return child
  }
  try {
    for (const name of ['ours', 'bare', 'two']) await makeDatabase(url, name)
    return [...(await compareWithBare(start, size)), ...(await drainByTwo(start, `${url}/two`, size))]
  } finally {
    for (const child of children) child.end()
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

type Start = (script: string, database: string, more?: Record<string, string>) => Promise<Drainer>

/** A process of the bench that does what it is told. */
class Drainer {
  private constructor(private readonly child: ChildProcess) {}

  static async start(script: string, settings: Record<string, string>): Promise<Drainer> {
    const child = startServer(script, settings)
    await addressOf(child)
    return new Drainer(child)
  }

  async tell(order: Order): Promise<Done> {
    const over = new AbortController()
    const { signal } = over
    const ended = once(this.child, 'exit', { signal }).then(() => Promise.reject(new Error('A drainer ended at once')))
    // Once the answer is there, nobody waits for the end any more.
    ended.catch(() => undefined)
    const answer = Promise.race([once(this.child, 'message'), ended])
    this.child.send(order)
    const [done]: Done[] = await answer.finally(() => over.abort())
    if (!done) throw new Error('A drainer said nothing')
    return done
  }

  end(): void {
    if (this.child.connected) this.child.disconnect()
  }
}

async function compareWithBare(start: Start, size: number): Promise<Figure[]> {
  const ours = await start('drain.ts', 'ours')
  await ours.tell({ do: 'fill', count: size })
  // Its tables and rows are made as ours are.
  const filler = await start('drain.ts', 'bare')
  await filler.tell({ do: 'fill', count: size })
  filler.end()
  const bare = await start('yardsticks/bare-drain.ts', 'bare')
  const taken = { ours: [] as Done[], bare: [] as Done[] }
  for (let round = 0; round < rounds; round += 1) {
    const order = { do: 'drain', count: Math.ceil(size / rounds) } as const
    taken.ours.push(await ours.tell(order))
    taken.bare.push(await bare.tell(order))
  }
  for (const one of [taken.ours, taken.bare]) {
    const tries = one.reduce((sum, done) => sum + done.tries, 0)
    if (tries !== size) throw new Error(`${tries} tries were made for ${size} notices`)
  }
  return figures(taken, size)
}

const rateOf = ({ tries, seconds }: Done): number => tries / Math.max(seconds, 1e-6)

const processorOf = (all: readonly Done[], size: number): number =>
  rounded(all.reduce((sum, { processor }) => sum + processor, 0) / size)

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

function figures({ ours, bare }: Record<'ours' | 'bare', Done[]>, size: number): Figure[] {
  const ratio = rounded(median(ours.map(rateOf)) / median(bare.map(rateOf)))
  const early = ours[Math.ceil(rounds / 10) - 1]?.rss ?? 0
  const late = ours.at(-1)?.rss ?? 0
  const growth = rounded(late / early)
  const megabytes = (bytes: number): number => rounded(bytes / 2 ** 20)
  return [
    {
      ...{
        bench,
        figure: `notices drained by one worker, ${size} in all, beside a bare loop with the same statements`,
      },
      ...{ value: rounded(median(ours.map(rateOf))), unit: 'notices/s', ratio, goal: 'ratio >= 0.7', ok: ratio >= 0.7 },
    },
    { bench, figure: 'the bare loop', value: rounded(median(bare.map(rateOf))), unit: 'notices/s', ok: true },
    { bench, figure: 'processor per notice, ours', value: processorOf(ours, size), unit: 'ms', ok: true },
    { bench, figure: 'processor per notice, the bare loop', value: processorOf(bare, size), unit: 'ms', ok: true },
    {
      ...{ bench, figure: `memory after all, beside that after ${Math.ceil(size / 10)} (${megabytes(early)} MB)` },
      ...{ value: megabytes(late), unit: 'MB', ratio: growth, goal: 'ratio <= 1.2', ok: growth <= 1.2 },
    },
  ]
}

/** Each must have gone out once. */
async function drainByTwo(start: Start, url: string, size: number): Promise<Figure[]> {
  // The first one makes the tables.
  const workers = [
    await start('drain.ts', 'two', { BENCH_TELL: '1' }),
    await start('drain.ts', 'two', { BENCH_TELL: '1' }),
  ]
  await workers[0]?.tell({ do: 'fill', count: size })
  const began = performance.now()
  await Promise.all(workers.map((one) => drainDry(one)))
  const seconds = (performance.now() - began) / 1000
  const told = (await Promise.all(workers.map((one) => one.tell({ do: 'told' })))).map(({ ids }) => ids)
  const ids = told.flat()
  await assertSent(url, size)
  const doubles = ids.length - new Set(ids).size
  const complete = new Set(ids).size === size && told.every((own) => own.length > 0)
  return [
    {
      ...{ bench, figure: `sent twice by two workers (${told.map((own) => own.length).join(' + ')})` },
      ...{ value: doubles, unit: 'notices', goal: 'value <= 0, all sent', ok: doubles === 0 && complete },
    },
    { bench, figure: 'notices drained by two workers', value: rounded(size / seconds), unit: 'notices/s', ok: true },
  ]
}

async function drainDry(worker: Drainer): Promise<void> {
  let left = true
  while (left) left = (await worker.tell({ do: 'drain', count: 1_000 })).tries > 0
}

/** A worker that takes and does nothing would be fast. */
async function assertSent(url: string, size: number): Promise<void> {
  const database = await createConnection(url)
  const [rows] = await database.query(
    `select count(*) as sent from notice_delivery d join outbox o on o.aggregate = concat('notice:', d.id)
     where d.state = 'sent' and d.attempts = 1 and o.state = 'done' and o.attempts = 1`,
  )
  await database.end()
  if (JSON.stringify(rows) !== JSON.stringify([{ sent: size }]))
    throw new Error(`${size} notices went out as ${JSON.stringify(rows)}`)
}

async function makeDatabase(url: string, name: string): Promise<void> {
  const connection = await createConnection(url)
  await connection.query(`create database ${name}`)
  await connection.end()
}

function settingsFor(folder: string, database: string): Record<string, string> {
  const app = sampleApps[0]
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    BENCH_NOW: new Date(firstMoment).toISOString(),
    DB_URL: database,
    PAGES_STORE: `disk:${path.join(folder, 'pages')}`,
    PUBLIC_URL: 'http://127.0.0.1:9',
    WECHAT_APP_ID: app?.appid ?? '',
    WECHAT_APP_SECRET: app?.secret ?? '',
    OFFICE_BASE_URL: 'http://127.0.0.1:9',
    OFFICE_KEYS: `k1:${key('office')}`,
    OFFICE_DIGEST_KEY: key('digest'),
    FIELD_KEYS: `k1:${key('field')}`,
    INDEX_KEY: key('index'),
  }
}
