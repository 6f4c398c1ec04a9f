import type { Pack } from '../policies/pack'
import { checkFacts } from './check-facts'
import type { FactProblem, Facts } from './facts'
import { Problems } from './problems'
import { isRecord, owns } from './shape'
import { readFacts } from './read-facts'

export type ParsedFacts = { ok: true; facts: Facts } | { ok: false; problems: FactProblem[] }

/**
 * Takes the value at a path out; a member of a list leaves an empty record behind, so that indices stay. Only own properties are
 * touched: a path may come from a stranger.
 */
function takeOut(root: Record<string, unknown>, path: string): void {
  const steps = path.match(/[^.[\]]+/g) ?? []
  let at: unknown = root
  steps.forEach((step, i) => {
    if (Array.isArray(at)) {
      if (i === steps.length - 1) at[Number(step)] = {}
      at = at[Number(step)]
    } else if (isRecord(at)) {
      const next = owns(at, step) ? at[step] : undefined
      if (i === steps.length - 1) delete at[step]
      at = next
    }
  })
}

/** What is left when the refused parts are out: it can still be weighed, so that all problems are reported at once. */
function withoutRefused(input: unknown, problems: Problems): Facts {
  const copy: unknown = JSON.parse(JSON.stringify(input) ?? 'null')
  if (!isRecord(copy)) return {}
  // Unknown keys are not weighed, whatever their names.
  for (const { code, field } of problems.found) if (code !== 'unknown-key') takeOut(copy, field)
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- every refused part is out; what is left has been read
  return copy as Facts
}

/**
 * Untrusted JSON → facts, or every problem found (field path, code, Chinese message). Never throws, uses nothing silently.
 * The last day of registration and the directory of occupations are the pack's.
 */
export function parseFacts(input: unknown, pack: Pack): ParsedFacts {
  const problems = new Problems()
  const facts = readFacts(input, '', problems)
  checkFacts(facts ?? withoutRefused(input, problems), pack, problems)
  return facts !== undefined && problems.found.length === 0
    ? { ok: true, facts }
    : { ok: false, problems: problems.found }
}
