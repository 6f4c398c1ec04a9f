import type { UnitItem, UnitPage } from '../contract/units'
import { decodeCursor, pageOf } from '../platform/http/paging'
import type { ReferenceView } from './campaign-reference'

export interface UnitSearch {
  query?: string
  cursor?: string
  limit?: number
}

/** Units whose name contains the query, in the order of their codes, so that paging is steady. */
export function searchUnits(reference: ReferenceView, { query = '', cursor, limit = 50 }: UnitSearch): UnitPage {
  const wanted = folded(query)
  const after = cursor === undefined ? '' : (decodeCursor(cursor, 1)[0] ?? '')
  const departments = new Map(reference.data.departments.map(({ code, name }) => [code, name]))
  const found = reference.data.units.filter(({ code, name }) => code > after && folded(name).includes(wanted))
  const page = pageOf(
    found,
    limit,
    ({ code, name, district, department, hasContacts }): UnitItem => {
      const departmentName = department === undefined ? undefined : departments.get(department)
      return { code, name, district, hasContacts, ...(departmentName !== undefined && { department: departmentName }) }
    },
    ({ code }) => [code],
  )
  return { ...page, reference: reference.loaded ? 'loaded' : 'not-loaded' }
}

/** Full-width letters and blanks between them are typing, not meaning. */
const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
