/** Reading of JSON that others sent: nothing is assumed of its shape. */

export type Fields = Readonly<Partial<Record<string, unknown>>>

/** Own fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** A text that says something: WeChat Pay sends '' for what it does not have. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

export const centsOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

export function instantOf(value: unknown): Date | undefined {
  const instant = typeof value === 'string' && rfc3339.test(value) ? Date.parse(value) : NaN
  return Number.isNaN(instant) ? undefined : new Date(instant)
}

/** JSON of bytes, or undefined. */
export function jsonOf(bytes: Buffer | string): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}
