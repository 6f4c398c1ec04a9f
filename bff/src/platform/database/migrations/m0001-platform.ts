import { Table, type MigrationInterface, type QueryRunner } from 'typeorm'
import { bytes, id, instant, json, longText, optional, primaryId, sequence, text, whole, yesNo } from '../columns'

export class Platform0001000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [outbox, inbox, job, accessLog, idempotencyKey, wechatToken])
      await runner.createTable(new Table(table))
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [wechatToken, idempotencyKey, accessLog, job, inbox, outbox]) await runner.dropTable(table.name)
  }
}

const outbox = {
  name: 'outbox',
  columns: [
    sequence(),
    id(),
    text('topic', 64),
    text('aggregate', 80),
    json('payload'),
    text('state', 16),
    whole('attempts'),
    instant('due_at'),
    optional(instant('lease_until')),
    optional(id('claim')),
    optional(text('last_error', 500)),
    instant('created_at'),
  ],
  indices: [
    { name: 'outbox_id', columnNames: ['id'], isUnique: true },
    { name: 'outbox_due', columnNames: ['state', 'due_at'] },
    { name: 'outbox_aggregate', columnNames: ['aggregate', 'seq'] },
    { name: 'outbox_claim', columnNames: ['claim'] },
  ],
}

const inbox = {
  name: 'inbox',
  columns: [
    sequence(),
    text('source', 32),
    text('message_id', 80),
    bytes('body'),
    instant('received_at'),
    yesNo('processed'),
    optional(instant('processed_at')),
    optional(text('last_error', 500)),
  ],
  indices: [
    { name: 'inbox_message', columnNames: ['source', 'message_id'], isUnique: true },
    { name: 'inbox_open', columnNames: ['source', 'processed', 'seq'] },
  ],
}

const job = {
  name: 'job',
  columns: [
    { ...text('name', 64), isPrimary: true },
    instant('due_at'),
    optional(instant('lease_until')),
    whole('version'),
    optional(text('last_error', 500)),
  ],
}

const accessLog = {
  name: 'access_log',
  columns: [
    primaryId(),
    instant('at'),
    id('viewer_account_id'),
    text('viewer_role', 32),
    text('subject', 80),
    text('part', 32),
    optional(text('request_id', 64)),
  ],
  indices: [{ name: 'access_log_subject', columnNames: ['subject', 'at'] }],
}

const idempotencyKey = {
  name: 'idempotency_key',
  columns: [
    { ...id('account_id'), isPrimary: true },
    { ...text('key_digest', 64), isPrimary: true },
    text('request_digest', 64),
    optional(json('answer')),
    instant('created_at'),
  ],
}

const wechatToken = {
  name: 'wechat_token',
  columns: [
    primaryId('appid'),
    optional(longText('token')),
    optional(instant('renew_at')),
    optional(instant('expires_at')),
    optional(instant('lease_until')),
    whole('version'),
  ],
}
