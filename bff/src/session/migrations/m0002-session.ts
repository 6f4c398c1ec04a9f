import { Table, type MigrationInterface, type QueryRunner } from 'typeorm'
import { id, instant, longText, optional, primaryId, text, yesNo } from '../../platform/database/columns'

export class Session0002000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(new Table(table))
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name)
  }
}

const account = {
  name: 'account',
  columns: [
    primaryId(),
    text('openid_digest', 64),
    longText('openid'),
    optional(longText('phone')),
    optional(text('phone_digest', 64)),
    yesNo('phone_verified'),
    optional(instant('phone_at')),
    instant('created_at'),
  ],
  indices: [{ name: 'account_openid', columnNames: ['openid_digest'], isUnique: true }],
}

const session = {
  name: 'session',
  columns: [primaryId(), id('account_id'), instant('created_at'), optional(instant('revoked_at'))],
  indices: [{ name: 'session_account', columnNames: ['account_id'] }],
}

const sessionToken = {
  name: 'session_token',
  columns: [
    primaryId(),
    id('session_id'),
    text('access_digest', 64),
    instant('access_until'),
    text('refresh_digest', 64),
    instant('refresh_until'),
    optional(instant('rotated_at')),
  ],
  indices: [
    { name: 'session_token_access', columnNames: ['access_digest'], isUnique: true },
    { name: 'session_token_refresh', columnNames: ['refresh_digest'], isUnique: true },
    { name: 'session_token_over', columnNames: ['refresh_until'] },
  ],
}

const consent = {
  name: 'consent',
  columns: [primaryId(), id('account_id'), text('kind', 32), text('version', 64), instant('at')],
  indices: [{ name: 'consent_once', columnNames: ['account_id', 'kind', 'version'], isUnique: true }],
}

const tables = [account, session, sessionToken, consent]
