import { type UnitList } from '../contract/types'
import { type Storage } from './open-storage'

export interface StoredList {
  listNo: string
  unit: string
  at: string
  list: UnitList
}

interface Row {
  id: number
  unit: string
  at: string
  body: string
}

/** 报送名单, as the units sent them. */
export class UnitLists {
  constructor(private readonly storage: Storage) {}

  add(unit: string, list: UnitList, at: string): StoredList {
    const { lastInsertRowid } = this.storage
      .prepare('insert into unit_list (unit, at, body) values (?, ?, ?)')
      .run(unit, at, JSON.stringify(list))
    return { listNo: numberOf(Number(lastInsertRowid)), unit, at, list }
  }

  all(): StoredList[] {
    return this.storage
      .prepare<[], Row>('select * from unit_list order by id desc')
      .all()
      .map(({ id, unit, at, body }) => ({ listNo: numberOf(id), unit, at, list: JSON.parse(body) }))
  }
}

function numberOf(id: number): string {
  return `MD-${String(id).padStart(5, '0')}`
}
