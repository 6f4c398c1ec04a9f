import { Table, type MigrationInterface, type QueryRunner } from 'typeorm'
import { id, instant, json, optional, text, whole } from '../../platform/database/columns'

const change = {
  name: 'office_change',
  columns: [
    { ...whole('seq'), isPrimary: true },
    optional(text('record_no', 64)),
    text('type', 64),
    instant('at'),
    json('content'),
    text('outcome', 16),
    instant('received_at'),
  ],
  indices: [{ name: 'office_change_record', columnNames: ['record_no', 'outcome'] }],
}

const feed = { name: 'office_feed', columns: [{ ...text('name', 32), isPrimary: true }, whole('last_seq')] }

const attempt = {
  name: 'office_attempt',
  columns: [{ ...id('message_id'), isPrimary: true }, whole('refusals'), optional(whole('revision'))],
}

export class OfficeRelay0011000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [change, feed, attempt]) await runner.createTable(new Table(table))
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [attempt, feed, change]) await runner.dropTable(table.name)
  }
}
