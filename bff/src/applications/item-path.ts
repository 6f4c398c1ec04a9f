import { factKeys } from '../eligibility/fact-keys'

const formKeys = ['name', 'idNumber', 'phone', 'unit', 'workExperience', 'declaration']

/**
 * What may be returned and changed: `grade`, `form.KEY…`, `facts.KEY…`, `papers.ID` or `pages.ID`. The office names a field as its own form does
 * (`workStart`, `certificates[0].issuedOn`), so a bare key finds its place here.
 */
export function itemPath(item: string): string {
  const head = item.split(/[.[]/, 1)[0] ?? ''
  if (head === 'form' || head === 'facts' || head === 'papers' || head === 'pages' || item === 'grade') return item
  if (formKeys.includes(head)) return `form.${item}`
  return factKeys.some((key) => key === head) ? `facts.${item}` : `papers.${item}`
}

/** Whether a change at `path` lies within one of the items (`facts.certificates[0]` covers `facts.certificates[0].issuedOn`). */
export function covered(path: string, items: readonly string[]): boolean {
  return items.some((item) => path === item || path.startsWith(`${item}.`) || path.startsWith(`${item}[`))
}

/** Paths of the leaves in which two JSON values differ. */
export function changedPaths(before: unknown, after: unknown, path: string): string[] {
  if (before === after) return []
  const [one, other] = [entries(before), entries(after)]
  if (!one || !other || Array.isArray(before) !== Array.isArray(after)) return [path]
  const keys = new Set([...one.keys(), ...other.keys()])
  return [...keys].flatMap((key) => changedPaths(one.get(key), other.get(key), join(path, key)))
}

function join(path: string, key: string | number): string {
  return typeof key === 'number' ? `${path}[${key}]` : `${path}.${key}`
}

function entries(value: unknown): Map<string | number, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return Array.isArray(value)
    ? new Map(value.map((part: unknown, index) => [index, part]))
    : new Map(Object.entries(value))
}
