import type { Facts } from '../facts/facts'
import type { Occupation, Pack } from './pack'

export type PackData = Omit<Pack, 'occupation' | 'sampleOccupations'>

/** Completes a pack's data with look-ups over its directory. */
export function createPack(data: PackData): Pack {
  const byCode = new Map<string, Occupation>(data.occupations.map((occupation) => [occupation.code, occupation]))
  const codes = (cancelled: boolean) =>
    data.occupations.filter((o) => (o.cancelled === true) === cancelled).map((o) => o.code)
  const [ordinary, cancelled] = [codes(false), codes(true)]
  return {
    ...data,
    occupation: (code) => byCode.get(code),
    sampleOccupations(facts: Facts) {
      const certified = (facts.certificates ?? []).map((c) => c.occupation)
      const worked = facts.occupation === undefined ? undefined : byCode.get(facts.occupation)
      const named = [facts.targetOccupation, facts.occupation, ...certified, ...(worked?.successors ?? [])]
      const known = [...new Set(named.filter((code) => code !== undefined))]
      const others = [ordinary.find((c) => !known.includes(c)), cancelled.find((c) => !known.includes(c))]
      return [...known, ...others.filter((code) => code !== undefined)]
    },
  }
}
