import { Table, type MigrationInterface, type QueryRunner } from 'typeorm'
import { id, instant, longText, optional, primaryId, text, whole, yesNo } from '../../platform/database/columns'

const primaryText = (name: string, length: number) => ({ ...text(name, length), isPrimary: true })

const notice = {
  name: 'notice',
  columns: [
    primaryId(),
    text('key', 200),
    text('name', 40),
    optional(id('account_id')),
    optional(text('place_key', 90)),
    optional(id('application_id')),
    longText('content'),
    instant('created_at'),
  ],
  indices: [
    { name: 'notice_key', columnNames: ['key'], isUnique: true },
    { name: 'notice_account', columnNames: ['account_id', 'created_at'] },
    { name: 'notice_contact', columnNames: ['place_key', 'created_at'] },
  ],
}

const read = { name: 'notice_read', columns: [primaryId('notice_id'), primaryId('account_id'), instant('at')] }

const delivery = {
  name: 'notice_delivery',
  columns: [
    primaryId(),
    id('notice_id'),
    text('recipient', 80),
    text('way', 8),
    text('state', 12),
    yesNo('daily'),
    optional(id('carrier')),
    whole('attempts'),
    optional(instant('first_tried_at')),
    optional(text('last_error', 200)),
    instant('created_at'),
    instant('changed_at'),
  ],
  indices: [
    { name: 'notice_delivery_once', columnNames: ['notice_id', 'recipient', 'way'], isUnique: true },
    { name: 'notice_delivery_state', columnNames: ['state', 'changed_at'] },
    { name: 'notice_delivery_reader', columnNames: ['recipient', 'way', 'state'] },
  ],
}

const setting = {
  name: 'notice_setting',
  columns: [
    primaryId('account_id'),
    yesNo('wechat'),
    yesNo('email'),
    text('pace', 8),
    optional(longText('address')),
    optional(longText('new_address')),
    optional(text('code_digest', 64)),
    optional(instant('code_until')),
    whole('code_tries'),
    whole('codes_sent'),
    optional(text('code_day', 10)),
  ],
}

const grant = {
  name: 'subscribe_grant',
  columns: [primaryId('account_id'), primaryText('template_id', 80), whole('messages_left'), instant('changed_at')],
}

const tables = [notice, read, delivery, setting, grant]

/** The inbox, what goes out on other ways, and what readers allow. */
export class Notices0014000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(new Table(table))
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables) await runner.dropTable(name)
  }
}
