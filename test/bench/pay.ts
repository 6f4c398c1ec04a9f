import { type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createConnection, createPool, type Pool } from 'mysql2/promise'
import { firstMoment } from '../sandbox/clock/clock'
import { merchantFiles, sampleMerchant, type SandboxMerchant } from '../sandbox/wechat-pay/sample-merchant'
import { sampleApps } from '../sandbox/wechat/start-wechat'
import { startMariadb } from '../support/mariadb'
import { addressOf, startServer } from './bench-server'
import { type Callback, callbackOf, makeOrders, makeReference } from './callbacks'
import { type Figure, rounded } from './figure'

const bench = 'pay'
const atOnce = 16
const perRound = 400
const rounds = 9
/** A server that has just started is no measure of one that runs. */
const roundsBefore = 3
const now = new Date(firstMoment)
const key = (text: string): string => Buffer.alloc(32, text).toString('base64')

/** Callbacks of WeChat Pay settled by one web process, beside a bare Fastify route that verifies the same and sends the same SQL. */
export async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-pay-'))
  const server = await startMariadb()
  const url = `mariadb://${server.user}:${server.password}@${server.host}:${server.port}`
  const merchant = await sampleMerchant()
  const settings = settingsFor(folder, `${url}/bench`, merchantFiles(merchant, path.join(folder, 'merchant')))
  const children: ChildProcess[] = []
  try {
    await makeDatabase(url)
    // The first one makes the tables.
    const servers: Server[] = []
    for (const script of ['web-without-pictures.ts', 'yardsticks/bare-callbacks.ts']) {
      const process = startServer(script, settings)
      children.push(process)
      servers.push({ url: await addressOf(process), process })
    }
    const database = createPool({ uri: `${url}/bench`, timezone: 'Z' })
    try {
      await makeReference(database)
      return figures(await compare(database, merchant, servers))
    } finally {
      await database.end()
    }
  } finally {
    for (const child of children) child.disconnect()
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

/** Of one server: callbacks per second of each round, milliseconds of every single one, and of the processor in all. */
interface Taken {
  rates: number[]
  milliseconds: number[]
  processor: number
}

interface Server {
  url: string
  process: ChildProcess
}

/** In turn, so that what else the machine does meets both. */
async function compare(database: Pool, merchant: SandboxMerchant, servers: readonly Server[]): Promise<Taken[]> {
  const taken = servers.map((): Taken => ({ rates: [], milliseconds: [], processor: 0 }))
  for (let round = 0; round < roundsBefore + rounds; round += 1) {
    for (const [index, server] of servers.entries()) {
      const numbers = await makeOrders(database, perRound, now)
      const callbacks = numbers.map((number) => callbackOf(merchant, number, now))
      const before = processorOf(server)
      const { rate, milliseconds } = await send(server.url, callbacks)
      const processor = processorOf(server) - before
      await assertSettled(database, numbers)
      const own = taken[index]
      if (round < roundsBefore || !own) continue
      own.rates.push(rate)
      own.milliseconds.push(...milliseconds)
      own.processor += processor
    }
  }
  return taken
}

/** Milliseconds that the process has had so far (Linux counts in hundredths of a second). */
function processorOf({ process: { pid } }: Server): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function send(url: string, callbacks: readonly Callback[]): Promise<{ rate: number; milliseconds: number[] }> {
  const left = [...callbacks]
  const milliseconds: number[] = []
  const lane = async (): Promise<void> => {
    for (let one = left.pop(); one; one = left.pop()) {
      const began = performance.now()
      await post(`${url}/wechat-pay/notifications`, one)
      milliseconds.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, lane))
  return { rate: (callbacks.length * 1000) / (performance.now() - began), milliseconds }
}

const agent = new Agent({ keepAlive: true, maxSockets: atOnce })

function post(url: string, { headers, body }: Callback): Promise<void> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) }
    request(url, { method: 'POST', agent, headers: { ...headers, ...length } }, (response) => {
      response
        .resume()
        .once('end', () =>
          response.statusCode === 204 ? resolve() : reject(new Error(`a callback was answered ${response.statusCode}`)),
        )
    })
      .once('error', reject)
      .end(body)
  })
}

/** A server that answers well and does nothing would be fast. */
async function assertSettled(database: Pool, numbers: readonly string[]): Promise<void> {
  const [rows] = await database.query(
    `select count(*) as paid from payment_channel_order c join application a on a.id = c.application_id
     join payment_order o on o.id = c.order_id join application_history h on h.application_id = a.id
     join outbox m on m.aggregate = concat('application:', a.id) join payment_event e on e.out_trade_no = c.out_trade_no
     join notice n on n.application_id = a.id join notice_delivery d on d.notice_id = n.id
     where c.out_trade_no in (?) and c.state = 'paid' and o.state = 'paid' and a.state = 'confirmed'`,
    [numbers],
  )
  const paid = JSON.stringify(rows)
  if (paid !== JSON.stringify([{ paid: numbers.length }]))
    throw new Error(`${numbers.length} callbacks settled ${paid}`)
}

async function makeDatabase(url: string): Promise<void> {
  const connection = await createConnection(url)
  await connection.query('create database bench')
  await connection.end()
}

function settingsFor(folder: string, database: string, merchant: Record<string, string>): Record<string, string> {
  const app = sampleApps[0]
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    BENCH_NOW: now.toISOString(),
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
    ...merchant,
  }
}

/** The value that `share` of them do not exceed. */
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

function figures(taken: readonly Taken[]): Figure[] {
  const [own, other] = taken.map(({ rates }) => quantile(rates, 0.5))
  const ratio = rounded((own ?? 0) / (other ?? 0))
  return [
    {
      bench,
      figure: `callbacks settled, ${atOnce} at once, beside a bare route with the same verification and SQL`,
      value: rounded(own ?? 0),
      unit: 'callbacks/s',
      ratio,
      goal: 'ratio >= 0.5',
      ok: ratio >= 0.5,
    },
    ...taken.flatMap((one, index) => details(index === 0 ? 'ours' : 'the bare route', one)),
  ]
}

/** For information. */
function details(whose: string, { milliseconds, processor }: Taken): Figure[] {
  const values = {
    p50: quantile(milliseconds, 0.5),
    p99: quantile(milliseconds, 0.99),
    'processor per callback': processor / (rounds * perRound),
  }
  return Object.entries(values).map(([what, value]) => ({
    ...{ bench, figure: `${what}, ${whose}`, value: rounded(value), unit: 'ms', ok: true },
  }))
}
