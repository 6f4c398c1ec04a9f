import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

const index = { name: 'account_phone', columnNames: ['phone_digest'] }

/** A contact of the office's list is known by the number alone: a notice has to find whose it is. */
export class AccountPhone0016000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('account', new TableIndex(index))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('account', index.name)
  }
}
