import { type Change } from '../contract/types'
import { type Storage } from './open-storage'
import { changeOf, type ChangeRow } from './rows'

/** The office's events in order; nothing is ever changed or taken out. */
export class Feed {
  constructor(private readonly storage: Storage) {}

  append(change: Omit<Change, 'seq'>): Change {
    const { recordNo, revision, type, at, reasons, data } = change
    const { lastInsertRowid } = this.storage
      .prepare('insert into change (record_no, revision, type, at, reasons, data) values (?, ?, ?, ?, ?, ?)')
      .run(recordNo ?? null, revision ?? null, type, at, JSON.stringify(reasons), JSON.stringify(data))
    return { seq: Number(lastInsertRowid), ...change }
  }

  after(seq: number, limit: number): Change[] {
    return this.storage
      .prepare<[number, number], ChangeRow>('select * from change where seq > ? order by seq limit ?')
      .all(seq, limit)
      .map(changeOf)
  }

  newest(): number {
    return this.storage.prepare<[], { seq: number }>('select coalesce(max(seq), 0) as seq from change').get()?.seq ?? 0
  }
}
