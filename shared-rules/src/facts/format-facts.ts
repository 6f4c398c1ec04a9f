import { factKeys, type Facts } from './facts'

/** Facts as JSON in the order of the wire format; `parseFacts` reads it back unchanged. */
export function formatFacts(facts: Facts): string {
  const entries = [...factKeys, 'unsure' as const].map((key) => [key, facts[key]] as const)
  return JSON.stringify(Object.fromEntries(entries.filter(([, value]) => value !== undefined)))
}
