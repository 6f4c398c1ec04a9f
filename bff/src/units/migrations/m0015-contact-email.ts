import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'
import { longText, optional } from '../../platform/database/columns'

const table = 'reference_contact'
const place = { name: 'reference_contact_place', columnNames: ['campaign', 'place_code'] }

/** Where the notices of a unit or 主管部门 go by e-mail. Filled when the office's list is next loaded anew. */
export class ContactEmail0015000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(table, new TableColumn(optional(longText('email'))))
    await runner.createIndex(table, new TableIndex(place))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(table, place.name)
    await runner.dropColumn(table, 'email')
  }
}
