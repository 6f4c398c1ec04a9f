import { type Content, type NewApplication } from '../contract/types'
import { type Storage } from './open-storage'
import { type Entry, type OfficeRecord, recordOf, type RecordRow, type RecordState, type StoredDocument } from './rows'

interface EntryRow {
  at: string
  revision: number
  side: Entry['side']
  type: string
  detail: string
}

interface Step {
  at: string
  side: Entry['side']
  type: string
  detail: object
  state?: RecordState
  content?: Content
}

/** The office's records with their history. Every step raises the revision by one. */
export class Records {
  constructor(private readonly storage: Storage) {}

  all(): OfficeRecord[] {
    return this.storage.prepare<[], RecordRow>('select * from record order by record_no desc').all().map(recordOf)
  }

  find(recordNo: string): OfficeRecord | undefined {
    const row = this.storage.prepare<[string], RecordRow>('select * from record where record_no = ?').get(recordNo)
    return row && recordOf(row)
  }

  findByApplication(applicationId: string): OfficeRecord | undefined {
    const row = this.storage
      .prepare<[string], RecordRow>('select * from record where application_id = ?')
      .get(applicationId)
    return row && recordOf(row)
  }

  create(application: NewApplication, at: string): OfficeRecord {
    const count = this.storage.prepare<[], { n: number }>('select count(*) as n from record').get()?.n ?? 0
    const recordNo = `JZ${application.campaign.replace(/\D/g, '').padStart(4, '0').slice(-4)}-${String(count + 1).padStart(6, '0')}`
    const { applicationId, campaign, content, submittedAt } = application
    this.storage
      .prepare('insert into record values (?, ?, ?, ?, 0, ?, ?, ?)')
      .run(recordNo, applicationId, campaign, 'received', JSON.stringify(content), submittedAt, at)
    return this.step(recordNo, { at, side: 'service', type: 'application', detail: {} })
  }

  step(recordNo: string, { at, side, type, detail, state, content }: Step): OfficeRecord {
    this.storage
      .prepare(
        `update record set revision = revision + 1, updated_at = ?, state = coalesce(?, state), content = coalesce(?, content)
         where record_no = ?`,
      )
      .run(at, state ?? null, content ? JSON.stringify(content) : null, recordNo)
    const record = this.find(recordNo)
    if (!record) throw new Error(`There is no record ${recordNo}.`)
    this.storage
      .prepare('insert into entry (record_no, at, revision, side, type, detail) values (?, ?, ?, ?, ?, ?)')
      .run(recordNo, at, record.revision, side, type, JSON.stringify(detail))
    return record
  }

  entries(recordNo: string): Entry[] {
    const rows = this.storage
      .prepare<[string], EntryRow>('select * from entry where record_no = ? order by id desc')
      .all(recordNo)
    return rows.map(({ at, revision, side, type, detail }) => ({
      at,
      revision,
      side,
      type,
      detail: JSON.parse(detail),
    }))
  }

  document(recordNo: string, id: string): StoredDocument | undefined {
    return this.storage
      .prepare<[string, string], StoredDocument>(
        'select id, media_type as mediaType, sha256, content from document where record_no = ? and id = ?',
      )
      .get(recordNo, id)
  }

  keep(recordNo: string, { id, mediaType, sha256, content }: StoredDocument): void {
    this.storage.prepare('insert into document values (?, ?, ?, ?, ?)').run(recordNo, id, mediaType, sha256, content)
  }
}
