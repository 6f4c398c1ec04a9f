import { readFileSync } from 'node:fs'
import path from 'node:path'

interface Danger {
  id: number
  /** The letter of its part: A payment, B session, … */
  part: string
  /** How we behave, in plain words. */
  behaviour: string
}

export interface DangerList {
  /** The parts of which every entry must have a test by now. */
  dueParts: string[]
  parts: Record<string, string>
  dangers: Danger[]
}

export const dangerList = (): DangerList =>
  JSON.parse(readFileSync(path.join(__dirname, '../fixtures/dangers.json'), 'utf8')) as DangerList

/** The ids that these test titles prove: `[danger 34] …`, or several as `[danger 34] [danger 35] …`. */
export const provenBy = (titles: readonly string[]): ReadonlySet<number> =>
  new Set(
    titles.flatMap((title) => {
      const marks = /^(\[danger \d+\]\s*)+/.exec(title)?.[0] ?? ''
      return [...marks.matchAll(/\d+/g)].map((match) => Number(match[0]))
    }),
  )

export interface DangerReport {
  /** Due and without a test: failures. */
  unproven: string[]
  /** Of parts that are not due yet, without a test. */
  notYet: string[]
  /** Ids in titles that the list does not have. */
  unknown: string[]
}

export function dangerReport(list: DangerList, titles: readonly string[]): DangerReport {
  const proven = provenBy(titles)
  const missing = list.dangers.filter((danger) => !proven.has(danger.id))
  const line = (danger: Danger) => `[danger ${danger.id}] ${danger.part}: ${danger.behaviour}`
  const known = new Set(list.dangers.map((danger) => danger.id))
  return {
    unproven: missing.filter((danger) => list.dueParts.includes(danger.part)).map(line),
    notYet: missing.filter((danger) => !list.dueParts.includes(danger.part)).map(line),
    unknown: [...proven].filter((id) => !known.has(id)).map((id) => `[danger ${id}] is not in the list`),
  }
}
