import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createConnection, type Connection } from 'mysql2/promise'
import type { INestApplicationContext } from '@nestjs/common'

/*
 * The BFF's worker as it is built, with a way that answers at once in the place of WeChat, and without its loop: started by the bench with its settings
 * in the environment, it does what it is told by IPC, one thing after the other, and answers each.
 */

export type Order =
  | { do: 'fill'; count: number }
  /** Until so many tries were made, or nothing is due. */
  | { do: 'drain'; count: number }
  | { do: 'told' }

export interface Done {
  seconds: number
  tries: number
  /** Milliseconds of the processor. */
  processor: number
  /** Bytes. */
  rss: number
  ids: readonly string[]
}

const load = createRequire(__filename)
const built = (file: string): string => path.join(__dirname, '../../bff/dist', file)
const now = process.env.BENCH_NOW ?? ''

interface Parts {
  worker: import('../../bff/src/platform/outbox/outbox-worker').OutboxWorker
  contents: import('../../bff/src/notices/contents').Contents
  /** Of deliveries that went out, where the bench wants to know. */
  sent: string[]
}

async function open(): Promise<Parts> {
  load('reflect-metadata')
  const { NestFactory }: typeof import('@nestjs/core') = load('@nestjs/core')
  const { AppModule }: typeof import('../../bff/src/app.module') = load(built('app.module.js'))
  const { readSettings }: typeof import('../../bff/src/platform/settings/read-settings') = load(
    built('platform/settings/read-settings.js'),
  )
  const { ManualClock }: typeof import('../../bff/src/platform/time/clock') = load(built('platform/time/clock.js'))
  const module = AppModule.with(readSettings(process.env), new ManualClock(now))
  const app = await NestFactory.createApplicationContext(module, { logger: ['error'] })
  return { ...partsOf(app), sent: takeThePlaceOfWechat(app) }
}

function partsOf(app: INestApplicationContext): Omit<Parts, 'sent'> {
  const { OutboxWorker }: typeof import('../../bff/src/platform/outbox/outbox-worker') = load(
    built('platform/outbox/outbox-worker.js'),
  )
  const { Contents }: typeof import('../../bff/src/notices/contents') = load(built('notices/contents.js'))
  return { worker: app.get(OutboxWorker), contents: app.get(Contents) }
}

function takeThePlaceOfWechat(app: INestApplicationContext): string[] {
  const { Ways }: typeof import('../../bff/src/notices/ways/ways') = load(built('notices/ways/ways.js'))
  const sent: string[] = []
  app.get(Ways).register({
    name: 'wechat',
    patienceSeconds: 3_600,
    reserve: () => Promise.resolve(true),
    giveBack: () => Promise.resolve(),
    send: ({ id }) => {
      // A list of them would be taken for memory that the worker keeps.
      if (process.env.BENCH_TELL) sent.push(id)
      return Promise.resolve({ kind: 'sent' })
    },
  })
  return sent
}

const content = {
  title: '退款已退回',
  happened: '您三级申报的考试费 180.00 元已经退回，请在微信“服务通知”或银行卡里看。',
  place: { page: 'track/status', query: { id: randomUUID() } },
  wechat: { template: 'progress', what: '退款已退回', whom: '示例·李师傅', when: now, hint: '已退回原来付款的地方' },
}

/** Notices to accounts, each with a delivery that is due. */
async function fill({ contents }: Parts, count: number): Promise<void> {
  const database = await createConnection({
    uri: (process.env.DB_URL ?? '').replace(/^mariadb:/, 'mysql:'),
    timezone: 'Z',
  })
  for (let left = count; left > 0; left -= 1_000) await fillSome(database, contents, Math.min(left, 1_000))
  await database.end()
}

async function fillSome(database: Connection, contents: Parts['contents'], count: number): Promise<void> {
  const at = new Date(now)
  const rows = Array.from({ length: count }, () => ({
    ...{ id: randomUUID(), delivery: randomUUID(), account: randomUUID(), application: randomUUID() },
  }))
  const sealed = (id: string): string => contents.seal(id, content as Parameters<typeof contents.seal>[1])
  await database.query(
    'insert into notice (id, `key`, name, account_id, application_id, content, created_at) values ?',
    [
      rows.map(({ id, account, application }) => [
        ...[id, `step:${id}:account:${account}`, 'refund-done', account, application, sealed(id), at],
      ]),
    ],
  )
  await database.query(
    'insert into notice_delivery (id, notice_id, recipient, way, state, daily, attempts, created_at, changed_at) values ?',
    [
      rows.map(({ id, delivery, account }) => [
        ...[delivery, id, `account:${account}`, 'wechat', 'waiting', false, 0, at, at],
      ]),
    ],
  )
  await database.query(
    'insert into outbox (id, topic, aggregate, payload, state, attempts, due_at, created_at) values ?',
    [
      rows.map(({ delivery }) => [
        ...[randomUUID(), 'notice.deliver', `notice:${delivery}`, JSON.stringify({ deliveryId: delivery })],
        ...['waiting', 0, at, at],
      ]),
    ],
  )
}

async function carryOut(parts: Parts, order: Order): Promise<number> {
  if (order.do === 'fill') await fill(parts, order.count)
  let tries = 0
  while (order.do === 'drain' && tries < order.count) {
    const some = await parts.worker.runOnce()
    if (some === 0) break
    tries += some
  }
  return tries
}

async function main(): Promise<void> {
  const parts = await open()
  process.on('message', (order: Order) => {
    const began = performance.now()
    const used = process.cpuUsage()
    void carryOut(parts, order).then((tries) => {
      const seconds = (performance.now() - began) / 1000
      const ids = order.do === 'told' ? parts.sent : []
      const { user, system } = process.cpuUsage(used)
      const processor = (user + system) / 1000
      process.send?.({ seconds, tries, processor, rss: process.memoryUsage().rss, ids } satisfies Done)
    })
  })
  process.send?.('ready')
}

process.once('disconnect', () => process.exit(0))
void main()
