import { isDateShaped, parseSpan, yearOf } from '../calendar/local-date'
import type { Problems } from './problems'

/** Reads one untrusted value at a path; undefined where it is refused (the problem is noted) . */
export type Reader<T> = (value: unknown, field: string, problems: Problems) => T | undefined

/** Object.hasOwn is missing on older phones. */
export const owns = (record: object, key: string): boolean => Object.prototype.hasOwnProperty.call(record, key)

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const aBoolean: Reader<boolean> = (value, field, problems) =>
  typeof value === 'boolean' ? value : problems.add(field, 'wrong-type')

export const aString: Reader<string> = (value, field, problems) =>
  typeof value === 'string' ? value : problems.add(field, 'wrong-type')

export const anInteger: Reader<number> = (value, field, problems) =>
  typeof value === 'number' && Number.isInteger(value) ? value : problems.add(field, 'wrong-type')

const isYear = (year: number): boolean => year >= 1900 && year <= 2100

/** `YYYY-MM-DD` or `YYYY-MM`, a day that exists, in 1900-2100. */
export const aDate: Reader<string> = (value, field, problems) => {
  if (typeof value !== 'string' || !isDateShaped(value)) return problems.add(field, 'wrong-type')
  const span = parseSpan(value)
  return span !== undefined && isYear(yearOf(span.first)) ? value : problems.add(field, 'impossible-date')
}

export const aYear: Reader<number> = (value, field, problems) => {
  const year = anInteger(value, field, problems)
  return year === undefined || isYear(year) ? year : problems.add(field, 'impossible-date')
}

/** An integer from 1 up. */
export const ordinal: Reader<number> = (value, field, problems) => {
  const n = anInteger(value, field, problems)
  return n === undefined || n >= 1 ? n : problems.add(field, 'out-of-range')
}

export const oneOf =
  <T extends string | number>(...allowed: readonly T[]): Reader<T> =>
  (value, field, problems) =>
    allowed.find((option) => option === value) ?? problems.add(field, 'wrong-type')

/** More than anyone has; a longer list is not read at all. */
const MOST = 50

/** Every member is read, so that all problems are reported. */
export const listOf =
  <T>(member: Reader<T>): Reader<T[]> =>
  (value, field, problems) => {
    if (!Array.isArray(value)) return problems.add(field, 'wrong-type')
    if (value.length > MOST) return problems.add(field, 'out-of-range')
    const members = value.map((item: unknown, i) => member(item, `${field}[${i}]`, problems))
    const good = members.filter((item) => item !== undefined)
    return good.length === members.length ? good : undefined
  }

type Fields<T> = { [K in keyof T]-?: Reader<NonNullable<T[K]>> }

/** A record of exactly these fields; those in `optional` may be absent. */
export function recordOf<T extends object>(fields: Fields<T>, optional: readonly (keyof T)[]): Reader<T> {
  return (value, field, problems) => {
    if (!isRecord(value)) return problems.add(field, 'wrong-type')
    const before = problems.found.length
    const at = (key: string) => (field === '' ? key : `${field}.${key}`)
    for (const key of Object.keys(value)) if (!owns(fields, key)) problems.add(at(key), 'unknown-key')
    const read: Partial<T> = {}
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- `fields` has exactly the keys of T
    for (const key of Object.keys(fields) as (keyof T & string)[]) {
      const given = value[key]
      if (given === undefined) {
        if (!optional.includes(key)) problems.add(at(key), 'wrong-type')
      } else {
        read[key] = fields[key](given, at(key), problems)
      }
    }
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- no field was refused, so that it is whole
    return problems.found.length === before ? (read as T) : undefined
  }
}
