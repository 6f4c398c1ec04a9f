import { checklist } from '@app/shared-rules'
import type { Facts, PaperItem, StoredVerdict } from '../contract'
import type { LawInForce } from './law'

/** The papers that this verdict asks for, each with its clause. */
export function papersFor({ pack }: LawInForce, facts: Facts, verdict: StoredVerdict): PaperItem[] {
  return checklist(pack, facts, verdict.assessment, verdict.grade)
}

/** The occupation applied for; a typed one has no name in the directory but its own words. */
export function occupationOf({ pack }: LawInForce, facts: Facts): { code: string; name: string } | undefined {
  const code = facts.targetOccupation ?? facts.occupation
  if (code === undefined) return undefined
  return { code, name: pack.occupations.find((known) => known.code === code)?.name ?? code }
}
