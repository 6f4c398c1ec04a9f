import { randomUUID } from 'node:crypto'
import { createPool, type Pool, type PoolConnection, type RowDataPacket } from 'mysql2/promise'
import { type Done, type Order } from '../drain'

/*
 * A bare loop that drains notices as the BFF's worker does: claims of as many, with SKIP LOCKED, and in as many lanes for each message the same
 * statements on the same tables, sent in the same way, by mysql2. It decides nothing and opens nothing: whatever is due is sent. Started by the bench with the
 * BFF's settings in the environment, it does what it is told by IPC.
 */

const batch = 40
const atOnce = 8
const now = new Date(process.env.BENCH_NOW ?? '')
const leaseUntil = new Date(now.getTime() + 120_000)
const topics =
  "'wechat.shipping','notice.deliver','office.application','office.correction','office.supplement','office.payment','office.withdrawal','office.page','office.refund'"
const free = "((state = 'waiting' and due_at <= ?) or (state = 'sending' and lease_until <= ?))"

interface Claimed extends RowDataPacket {
  seq: number
  aggregate: string
  claim: string
}

const deliveryColumns =
  'id, notice_id, recipient, way, state, daily, carrier, attempts, last_error, created_at, changed_at'

const uri = (process.env.DB_URL ?? '').replace(/^mariadb:/, 'mysql:')
const pool: Pool = createPool({ uri, timezone: 'Z', charset: 'utf8mb4', connectionLimit: 10 })

async function inTransaction<T>(work: (connection: PoolConnection) => Promise<T>): Promise<T> {
  const connection = await pool.getConnection()
  try {
    await connection.query('set transaction isolation level read committed')
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return result
  } catch (error) {
    await connection.rollback()
    throw error
  } finally {
    connection.release()
  }
}

async function first(connection: PoolConnection, condition: string, limit: number): Promise<number[]> {
  const [due] = await connection.query<RowDataPacket[]>(
    `select o.seq from outbox o where o.topic in (${topics}) and o.${condition} and not exists
       (select 1 from outbox e where e.aggregate = o.aggregate and e.seq < o.seq and e.state <> 'done')
     order by o.due_at, o.seq limit ${limit} for update skip locked`,
    [now],
  )
  return due.map(({ seq }) => Number(seq))
}

async function claim(): Promise<Claimed[]> {
  const claim = randomUUID()
  const count = await inTransaction(async (connection) => {
    const lapsed = await first(connection, "state = 'sending' and lease_until <= ?", batch)
    const seqs = [...lapsed, ...(await first(connection, "state = 'waiting' and due_at <= ?", batch - lapsed.length))]
    if (seqs.length === 0) return 0
    await connection.query(
      `update outbox set state = 'sending', claim = ?, attempts = attempts + 1, lease_until = ? where seq in (?) and ${free}`,
      [claim, leaseUntil, seqs, now, now],
    )
    return seqs.length
  })
  if (count === 0) return []
  const [rows] = await pool.query<Claimed[]>(
    `select seq, id, topic, aggregate, payload, state, attempts, due_at, lease_until, claim, last_error, created_at
     from outbox where claim = ? order by seq`,
    [claim],
  )
  return rows
}

/** Two transactions, the message between them. */
async function deliver({ seq, aggregate, claim }: Claimed): Promise<void> {
  const id = aggregate.slice('notice:'.length)
  await inTransaction(async (connection) => {
    const [rows] = await connection.query<RowDataPacket[]>(
      `select ${deliveryColumns} from notice_delivery where id = ?`,
      [id],
    )
    await connection.query(
      "update notice_delivery set state = 'sending', carrier = ?, attempts = ?, changed_at = ? where id = ? and state = 'waiting'",
      [id, 1, now, id],
    )
    await connection.query(
      'select id, `key`, name, account_id, place_key, application_id, content, created_at from notice where id = ?',
      [rows[0]?.['notice_id'] ?? null],
    )
  })
  await inTransaction(async (connection) => {
    await connection.query(
      "update outbox set state = 'done', last_error = null, claim = null, lease_until = null where seq = ? and claim = ? and state = 'sending'",
      [seq, claim],
    )
    await connection.query(
      "update notice_delivery set state = 'sent', last_error = null, changed_at = ? where id = ?",
      [now, id],
    )
  })
}

async function drain(count: number): Promise<number> {
  for (let tries = 0; ;) {
    const queue = await claim()
    tries += queue.length
    const isDry = queue.length === 0
    const lane = async (): Promise<void> => {
      for (let one = queue.shift(); one; one = queue.shift()) await deliver(one)
    }
    await Promise.all(Array.from({ length: atOnce }, lane))
    if (isDry || tries >= count) return tries
  }
}

process.on('message', (order: Order) => {
  const began = performance.now()
  const used = process.cpuUsage()
  void drain(order.do === 'drain' ? order.count : 0).then((tries) => {
    const seconds = (performance.now() - began) / 1000
    const { user, system } = process.cpuUsage(used)
    const processor = (user + system) / 1000
    process.send?.({ seconds, tries, processor, rss: process.memoryUsage().rss, ids: [] } satisfies Done)
  })
})
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
