import { createDecipheriv, createPublicKey, type KeyObject, randomUUID, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fastify from 'fastify'
import { createPool, type Pool, type PoolConnection, type RowDataPacket } from 'mysql2/promise'

/*
 * A bare Fastify route that does with a callback what the BFF does: RSA over the raw bytes, AES-GCM, and in one transaction the same statements on
 * the same tables, prepared once, by mysql2. It decides nothing: whatever comes is a payment that fits. Started by the bench with the BFF's settings
 * in the environment, it tells its address by IPC.
 */

const setting = (name: string): string => process.env[name] ?? ''
const [keyId = '', keyFile = ''] = (setting('WECHAT_PAY_PUBLIC_KEYS').split(',')[0] ?? '').split('=')
const publicKey: KeyObject = createPublicKey(readFileSync(keyFile))
const apiV3Key = setting('WECHAT_PAY_API_V3_KEY')
const now = new Date(setting('BENCH_NOW'))

interface Event {
  id: string
  resource: { ciphertext: string; nonce: string; associated_data: string }
}

interface Trade {
  out_trade_no: string
  transaction_id: string
  success_time: string
  amount: { total: number }
}

function isSigned(headers: Record<string, unknown>, body: Buffer): boolean {
  const [timestamp, nonce, signature, serial] = ['timestamp', 'nonce', 'signature', 'serial'].map((name) =>
    String(headers[`wechatpay-${name}`]),
  )
  if (serial !== keyId || Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')])
  return verify('RSA-SHA256', message, publicKey, Buffer.from(signature ?? '', 'base64'))
}

function opened({ resource }: Event): Trade {
  const bytes = Buffer.from(resource.ciphertext, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', apiV3Key, resource.nonce)
  decipher.setAAD(Buffer.from(resource.associated_data))
  decipher.setAuthTag(bytes.subarray(-16))
  const plain = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()])
  return JSON.parse(plain.toString()) as Trade
}

const applicationColumns =
  'id, campaign, account_id, helper, person_id, live_key, state, since, version, grade, facts, attestation, name_sealed, id_number_sealed, phone_sealed, unit_code, unit_name, work_experience, declaration, verdict, phone_verdict, open_return, supplements, record_no, office_revision, event_revision, submitted_at, created_at, updated_at'
const channelColumns =
  'out_trade_no, order_id, application_id, account_id, open_key, state, amount_cents, description, time_expire, prepay_id, unwanted, transaction_id, received_cents, paid_at, next_query_at, query_step, lease_until, version, created_at, updated_at'
const orderColumns = 'id, application_id, state, paid_by, paid_at, version, created_at, updated_at'

const stamp = 'select version, confirmed_at from reference where campaign = ?'
const outboxInsert =
  'insert into outbox (seq, id, topic, aggregate, payload, state, attempts, due_at, lease_until, claim, last_error, created_at) values (default, ?, ?, ?, ?, ?, ?, ?, null, null, null, ?)'

interface Found {
  application: string
  order: string
  version: number
}

/** The reading half: what is there, locked. */
async function find(connection: PoolConnection, outTradeNo: string): Promise<Found> {
  const one = async (sql: string, values: string[]): Promise<RowDataPacket> => {
    const [rows] = await connection.execute<RowDataPacket[]>(sql, values)
    const [row] = rows
    if (!row) throw new Error(`nothing found by ${sql}`)
    return row
  }
  const { application_id: application } = await one(
    'select application_id, out_trade_no from payment_channel_order where out_trade_no = ? limit 1',
    [outTradeNo],
  )
  const row = await one(`select ${applicationColumns} from application where id = ? limit 1 for update`, [application])
  await one(stamp, [row['campaign']])
  const channel = await one(
    `select ${channelColumns} from payment_channel_order where out_trade_no = ? limit 1 for update`,
    [outTradeNo],
  )
  const order = await one(`select ${orderColumns} from payment_order where id = ? limit 1`, [channel['order_id']])
  return { application, order: order['id'], version: row['version'] }
}

/** The writing half: application, its history, the message to the office, the notice, order, channel order, audit. */
async function settle(connection: PoolConnection, trade: Trade): Promise<void> {
  const { out_trade_no: outTradeNo, transaction_id: transactionId, amount } = trade
  const { application, order, version } = await find(connection, outTradeNo)
  const paidAt = new Date(trade.success_time)
  await connection.execute(
    'update application set state = ?, since = ?, version = ?, live_key = ?, updated_at = ? where id = ? and version = ?',
    ['confirmed', now, version + 1, `jiaozuo-2023:${application}`, now, application, version],
  )
  const facts = JSON.stringify({ amountCents: String(amount.total), paidAt: paidAt.toISOString(), outTradeNo })
  await connection.execute(
    'insert into application_history (id, application_id, seq, at, event, from_state, to_state, stage, notice, actor_kind, actor_account_id, who, items, facts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, null, ?)',
    [
      ...[randomUUID(), application, version + 1, now, 'payment-confirmed', 'awaiting-payment', 'confirmed'],
      ...['confirmed', 'confirmed', 'system', facts],
    ],
  )
  const payload = JSON.stringify({ applicationId: application, sealed: sealed })
  await connection.execute(outboxInsert, [
    ...[randomUUID(), 'office.payment', `application:${application}`, payload, 'waiting', 0, now, now],
  ])
  await notice(connection, application)
  await connection.execute(
    'update payment_channel_order set state = ?, transaction_id = ?, received_cents = ?, paid_at = ?, open_key = null, next_query_at = null, lease_until = null, version = ?, updated_at = ? where out_trade_no = ? and version = ?',
    ['paid', transactionId, amount.total, paidAt, 1, now, outTradeNo, 0],
  )
  await connection.execute(
    'insert into payment_event (seq, application_id, out_trade_no, out_refund_no, source, event, facts, at) values (default, ?, ?, null, ?, ?, ?, ?)',
    [application, outTradeNo, 'callback', 'paid', JSON.stringify({ cents: amount.total }), now],
  )
  await connection.execute(
    'update payment_order set paid_by = ?, paid_at = ?, state = ?, version = ?, updated_at = ? where id = ? and version = ?',
    [outTradeNo, paidAt, 'paid', 1, now, order, 0],
  )
}

/** What the person is told: the row of the inbox, its delivery, and the message that goes out. The readings are the BFF's, too. */
async function notice(connection: PoolConnection, application: string): Promise<void> {
  const [noticeId, deliveryId] = [randomUUID(), randomUUID()]
  const [key, recipient] = [`step:${noticeId}:account:${application}`, `account:${application}`]
  await connection.execute(`select ${applicationColumns} from application where id = ? limit 1`, [application])
  for (let times = 0; times < 2; times += 1) await connection.execute(stamp, ['jiaozuo-2023'])
  await connection.execute(
    'select person_id, account_id, role, created_at from person_account where person_id in (?) and role = ?',
    [application, 'own'],
  )
  await connection.execute('select 1 from notice where `key` = ? limit 1', [key])
  await connection.execute(
    'insert into notice (id, `key`, name, account_id, place_key, application_id, content, created_at) values (?, ?, ?, ?, null, ?, ?, ?)',
    [noticeId, key, 'confirmed', application, application, sealedNotice, now],
  )
  await connection.execute('select 1 from notice_delivery where notice_id = ? and recipient = ? and way = ? limit 1', [
    noticeId,
    recipient,
    'wechat',
  ])
  await connection.execute(
    'insert into notice_delivery (id, notice_id, recipient, way, state, daily, carrier, attempts, first_tried_at, last_error, created_at, changed_at) values (?, ?, ?, ?, ?, ?, null, ?, null, null, ?, ?)',
    [deliveryId, noticeId, recipient, 'wechat', 'waiting', false, 0, now, now],
  )
  await connection.execute(outboxInsert, [
    ...[randomUUID(), 'notice.deliver', `notice:${deliveryId}`, JSON.stringify({ deliveryId }), 'waiting', 0, now, now],
  ])
}

/** As long as the sealed texts of the BFF. */
const sealed = 'A256GCM.k1.'.padEnd(830, 'x')
const sealedNotice = 'A256GCM.k1.'.padEnd(640, 'x')

async function take(pool: Pool, body: Buffer): Promise<void> {
  const event = JSON.parse(body.toString()) as Event
  const trade = opened(event)
  const connection = await pool.getConnection()
  try {
    await connection.query('set transaction isolation level read committed')
    await connection.beginTransaction()
    await connection.execute(
      'insert into inbox (seq, source, message_id, body, received_at, processed, processed_at, last_error) values (default, ?, ?, ?, ?, ?, ?, null)',
      ['wechat-pay', event.id, body, now, true, now],
    )
    await settle(connection, trade)
    await connection.commit()
  } catch (error) {
    await connection.rollback()
    throw error
  } finally {
    connection.release()
  }
}

async function main(): Promise<void> {
  const uri = setting('DB_URL').replace(/^mariadb:/, 'mysql:')
  const pool = createPool({ uri, timezone: 'Z', charset: 'utf8mb4', connectionLimit: 10 })
  const app = fastify()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post('/wechat-pay/notifications', async (request, reply) => {
    const body = request.body as Buffer
    if (!isSigned(request.headers, body)) return reply.code(401).send()
    await take(pool, body)
    return reply.code(204).send()
  })
  process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }))
}

process.once('disconnect', () => process.exit(0))
void main()
