import { Table, type MigrationInterface, type QueryRunner } from 'typeorm'
import { instant, json, primaryId, text } from '../../platform/database/columns'

export class Units0003000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table(reference))
    await runner.createTable(new Table(referenceContact))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(referenceContact.name)
    await runner.dropTable(reference.name)
  }
}

const reference = {
  name: 'reference',
  columns: [
    { ...text('campaign', 64), isPrimary: true },
    text('version', 200),
    json('content'),
    instant('confirmed_at'),
  ],
}

const referenceContact = {
  name: 'reference_contact',
  columns: [primaryId(), text('campaign', 64), text('phone_digest', 64), text('role', 32), text('place_code', 64)],
  indices: [{ name: 'reference_contact_phone', columnNames: ['campaign', 'phone_digest'] }],
}
