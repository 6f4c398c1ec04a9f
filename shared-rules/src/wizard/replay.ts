import type { FactProblem, Facts } from '../facts/facts'
import { parseFacts } from '../facts/parse-facts'
import type { Pack } from '../policies/pack'

type Raw = Partial<Record<string, unknown>>

const MEMBER = /^(certificates|honours|assessments|unsure)\[(\d+)\]/

/** Takes out a part that no longer holds beside a changed answer. Where a list loses a member, what was unsure in it is asked again. */
function without(facts: Raw, field: string): Raw {
  const [, list, index] = MEMBER.exec(field) ?? []
  const key = list ?? field
  const members: unknown = facts[key]
  const rest = Array.isArray(members) && list !== undefined ? members.filter((_, i) => i !== Number(index)) : undefined
  const unsure: unknown[] = Array.isArray(facts.unsure) ? facts.unsure : []
  const kept = unsure.filter((path) => path !== field && !(typeof path === 'string' && path.startsWith(`${key}[`)))
  return key === 'unsure' ? { ...facts, unsure: rest } : { ...facts, [key]: rest, unsure: kept }
}

export type Replayed = { ok: true; facts: Facts; dropped: string[] } | { ok: false; problems: FactProblem[] }

/**
 * Facts after one of them was changed: the others are kept as far as they still hold beside it, and what had to go is named. Where the
 * changed answer itself is impossible, its problems.
 */
export function replay(pack: Pack, facts: Raw, changed: string): Replayed {
  const dropped: string[] = []
  for (let current = facts; ;) {
    const parsed = parseFacts(current, pack)
    if (parsed.ok) return { ok: true, facts: parsed.facts, dropped }
    const isChanged = ({ field }: FactProblem) => field === changed || field.startsWith(`${changed}[`)
    const others = parsed.problems.filter((problem) => !isChanged(problem))
    const other = others[others.length - 1]
    if (other === undefined) return { ok: false, problems: parsed.problems }
    dropped.push(other.field)
    current = without(current, other.field)
  }
}
