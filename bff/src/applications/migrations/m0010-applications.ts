import { Table, type MigrationInterface, type QueryRunner } from 'typeorm'
import { id, instant, json, optional, primaryId, text, whole } from '../../platform/database/columns'

const application = {
  name: 'application',
  columns: [
    primaryId(),
    text('campaign', 32),
    id('account_id'),
    optional(json('helper')),
    optional(id('person_id')),
    optional(text('live_key', 80)),
    text('state', 32),
    instant('since'),
    whole('version'),
    optional(whole('grade')),
    json('facts'),
    optional(json('attestation')),
    optional(text('name_sealed', 500)),
    optional(text('id_number_sealed', 500)),
    optional(text('phone_sealed', 500)),
    optional(text('unit_code', 64)),
    optional(text('unit_name', 120)),
    optional(json('work_experience')),
    optional(json('declaration')),
    optional(json('verdict')),
    optional(text('phone_verdict', 16)),
    optional(json('open_return')),
    optional(json('supplements')),
    optional(text('record_no', 64)),
    whole('office_revision'),
    whole('event_revision'),
    optional(instant('submitted_at')),
    instant('created_at'),
    instant('updated_at'),
  ],
  indices: [
    { name: 'application_live', columnNames: ['live_key'], isUnique: true },
    { name: 'application_account', columnNames: ['account_id', 'created_at'] },
    { name: 'application_unit', columnNames: ['unit_code', 'state'] },
    { name: 'application_unit_name', columnNames: ['unit_name'] },
    { name: 'application_record', columnNames: ['record_no'], isUnique: true },
  ],
}

const history = {
  name: 'application_history',
  columns: [
    primaryId(),
    id('application_id'),
    whole('seq'),
    instant('at'),
    text('event', 32),
    optional(text('from_state', 32)),
    text('to_state', 32),
    text('stage', 32),
    optional(text('notice', 32)),
    text('actor_kind', 32),
    optional(id('actor_account_id')),
    optional(text('who', 120)),
    optional(json('items')),
    optional(json('facts')),
  ],
  indices: [{ name: 'application_history_order', columnNames: ['application_id', 'seq'], isUnique: true }],
}

const person = {
  name: 'person',
  columns: [primaryId(), text('id_digest', 64), text('id_number_sealed', 500), instant('created_at')],
  indices: [{ name: 'person_digest', columnNames: ['id_digest'], isUnique: true }],
}

const personAccount = {
  name: 'person_account',
  columns: [primaryId('person_id'), primaryId('account_id'), text('role', 16), instant('created_at')],
}

const claim = {
  name: 'person_claim',
  columns: [
    primaryId(),
    id('person_id'),
    id('account_id'),
    id('application_id'),
    text('state', 16),
    instant('opened_at'),
    optional(instant('decided_at')),
    optional(id('decided_by')),
  ],
  indices: [
    { name: 'person_claim_once', columnNames: ['person_id', 'account_id'], isUnique: true },
    { name: 'person_claim_application', columnNames: ['application_id'] },
  ],
}

const consent = {
  name: 'application_consent',
  columns: [
    primaryId(),
    id('application_id'),
    id('account_id'),
    text('kind', 16),
    text('version', 32),
    optional(text('relation', 40)),
    instant('at'),
  ],
  indices: [{ name: 'application_consent_of', columnNames: ['application_id'] }],
}

const remark = {
  name: 'application_remark',
  columns: [
    { ...whole('seq'), isPrimary: true },
    id('application_id'),
    text('type', 64),
    instant('at'),
    text('reason', 32),
  ],
  indices: [{ name: 'application_remark_of', columnNames: ['application_id'] }],
}

const tables = [application, history, person, personAccount, claim, consent, remark]

export class Applications0010000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(new Table(table))
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
