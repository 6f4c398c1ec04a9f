import { Table, type MigrationInterface, type QueryRunner } from 'typeorm'
import { id, instant, json, optional, primaryId, sequence, text, whole, yesNo } from '../../platform/database/columns'

const primaryText = (name: string, length: number) => ({ ...text(name, length), isPrimary: true })

const order = {
  name: 'payment_order',
  columns: [
    primaryId(),
    id('application_id'),
    text('state', 8),
    optional(text('paid_by', 32)),
    optional(instant('paid_at')),
    whole('version'),
    instant('created_at'),
    instant('updated_at'),
  ],
  indices: [
    { name: 'payment_order_application', columnNames: ['application_id'], isUnique: true },
    { name: 'payment_order_state', columnNames: ['state'] },
  ],
}

const channelOrder = {
  name: 'payment_channel_order',
  columns: [
    primaryText('out_trade_no', 32),
    id('order_id'),
    id('application_id'),
    id('account_id'),
    optional(id('open_key')),
    text('state', 8),
    whole('amount_cents'),
    text('description', 127),
    instant('time_expire'),
    optional(text('prepay_id', 64)),
    yesNo('unwanted'),
    optional(text('transaction_id', 32)),
    optional(whole('received_cents')),
    optional(instant('paid_at')),
    optional(instant('next_query_at')),
    whole('query_step'),
    optional(instant('lease_until')),
    whole('version'),
    instant('created_at'),
    instant('updated_at'),
  ],
  indices: [
    { name: 'payment_channel_open', columnNames: ['open_key'], isUnique: true },
    { name: 'payment_channel_transaction', columnNames: ['transaction_id'], isUnique: true },
    { name: 'payment_channel_of_order', columnNames: ['order_id'] },
    { name: 'payment_channel_application', columnNames: ['application_id', 'state'] },
    { name: 'payment_channel_due', columnNames: ['next_query_at'] },
    { name: 'payment_channel_paid', columnNames: ['paid_at'] },
  ],
}

const refund = {
  name: 'payment_refund',
  columns: [
    primaryText('out_refund_no', 64),
    text('out_trade_no', 32),
    id('application_id'),
    text('cause', 8),
    whole('amount_cents'),
    whole('total_cents'),
    text('reason', 80),
    text('state', 12),
    optional(text('refund_id', 64)),
    optional(instant('next_at')),
    whole('step'),
    optional(instant('lease_until')),
    optional(text('last_error', 200)),
    whole('version'),
    instant('asked_at'),
    instant('changed_at'),
  ],
  indices: [
    { name: 'payment_refund_application', columnNames: ['application_id'] },
    { name: 'payment_refund_trade', columnNames: ['out_trade_no'] },
    { name: 'payment_refund_due', columnNames: ['next_at'] },
  ],
}

const event = {
  name: 'payment_event',
  columns: [
    sequence(),
    id('application_id'),
    text('out_trade_no', 32),
    optional(text('out_refund_no', 64)),
    text('source', 8),
    text('event', 20),
    optional(json('facts')),
    instant('at'),
  ],
  indices: [{ name: 'payment_event_application', columnNames: ['application_id', 'seq'] }],
}

const bill = {
  name: 'payment_bill',
  columns: [primaryText('day', 10), whole('payments'), whole('refunds'), whole('differences'), instant('read_at')],
}

const difference = {
  name: 'payment_difference',
  columns: [
    primaryText('id', 100),
    text('kind', 20),
    optional(text('day', 10)),
    text('number', 64),
    json('facts'),
    instant('found_at'),
    optional(instant('resolved_at')),
    optional(text('note', 300)),
  ],
  indices: [{ name: 'payment_difference_open', columnNames: ['resolved_at', 'found_at'] }],
}

const tables = [order, channelOrder, refund, event, bill, difference]

/** Orders, refunds, their audit, and the daily bill. */
export class Payments0013000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(new Table(table))
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables) await runner.dropTable(name)
  }
}
