import { type Pool, type RowDataPacket } from 'mysql2/promise'
import { grouped } from './grouped'

export interface Channel {
  outTradeNo: string
  applicationId: string
  orderId: string
  state: string
  amountCents: number
  receivedCents: number | null
  transactionId: string | null
}

export interface Refund {
  outRefundNo: string
  outTradeNo: string
  cause: string
  state: string
  amountCents: number
}

export interface Application {
  id: string
  recordNo: string
  state: string
  /** Events of its history, oldest first. */
  events: string[]
  /** Of its order; undefined: none was made. */
  order?: { state: string; paidBy: string | null }
}

/** Our side: what the tables say. */
export interface Books {
  channels: Channel[]
  refunds: Refund[]
  applications: Application[]
  /** How often each channel order is noted as having received money. */
  notes: Map<string, number>
  differences: string[]
  /** Messages that were given up. */
  dead: string[]
}

export async function readBooks(database: Pool): Promise<Books> {
  const rows = async <T>(sql: string): Promise<T[]> => (await database.query<(T & RowDataPacket)[]>(sql))[0]
  const [applications, orders, history, notes, differences, dead] = [
    await rows<{ id: string; recordNo: string; state: string }>(
      'select id, record_no as recordNo, state from application',
    ),
    await rows<{ id: string; state: string; paidBy: string | null }>(
      'select application_id as id, state, paid_by as paidBy from payment_order',
    ),
    await rows<{ id: string; event: string }>(
      'select application_id as id, event from application_history order by application_id, seq',
    ),
    await rows<{ number: string; count: number }>(
      `select out_trade_no as number, count(*) as count from payment_event where event in ('paid', 'surplus', 'held')
       group by out_trade_no`,
    ),
    await rows<{ id: string }>('select id from payment_difference'),
    await rows<{ what: string }>(
      `select concat(topic, ' ', coalesce(last_error, '')) as what from outbox where state = 'dead'`,
    ),
  ]
  const orderOf = new Map(orders.map(({ id, ...order }) => [id, order]))
  const eventsOf = grouped(history, ({ id }) => id)
  return {
    channels: await rows<Channel>(
      `select out_trade_no as outTradeNo, application_id as applicationId, order_id as orderId, state, amount_cents as amountCents,
       received_cents as receivedCents, transaction_id as transactionId from payment_channel_order`,
    ),
    refunds: await rows<Refund>(
      `select out_refund_no as outRefundNo, out_trade_no as outTradeNo, cause, state, amount_cents as amountCents
       from payment_refund`,
    ),
    applications: applications.map((one) => {
      const order = orderOf.get(one.id)
      return { ...one, events: (eventsOf.get(one.id) ?? []).map(({ event }) => event), ...(order && { order }) }
    }),
    notes: new Map(notes.map(({ number, count }) => [number, count])),
    differences: differences.map(({ id }) => id),
    dead: dead.map(({ what }) => what),
  }
}
