import { Table, type MigrationInterface, type QueryRunner } from 'typeorm'
import { id, instant, json, optional, primaryId, text, whole } from '../../platform/database/columns'

const page = {
  name: 'page',
  columns: [
    primaryId(),
    id('application_id'),
    text('paper', 160),
    whole('position'),
    text('upload_key', 80),
    whole('upload_page'),
    text('upload_sha256', 64),
    whole('upload_bytes'),
    text('upload_media_type', 32),
    optional(text('original_object', 120)),
    optional(json('crop')),
    whole('rotation'),
    whole('made_rotation'),
    text('state', 20),
    optional(json('hints')),
    optional(text('refusal', 40)),
    optional(text('master_object', 120)),
    optional(text('master_sha256', 64)),
    optional(whole('master_bytes')),
    optional(whole('width')),
    optional(whole('height')),
    optional(text('display_object', 120)),
    optional(text('thumbnail_object', 120)),
    optional(text('perceptual_hash', 16)),
    optional(id('replaces')),
    optional(instant('handed_over_at')),
    optional(instant('removed_at')),
    instant('created_at'),
    instant('changed_at'),
    optional(instant('checked_at')),
    whole('attempts'),
    optional(instant('lease_until')),
    whole('version'),
  ],
  indices: [
    { name: 'page_upload', columnNames: ['application_id', 'upload_key', 'upload_page'], isUnique: true },
    { name: 'page_paper', columnNames: ['application_id', 'paper', 'position'] },
    { name: 'page_state', columnNames: ['state', 'lease_until'] },
    { name: 'page_removed', columnNames: ['removed_at'] },
  ],
}

/** Pages of papers. */
export class Documents0012000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table(page))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('page')
  }
}
