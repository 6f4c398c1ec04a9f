/** Why no test can notice this mutant. */
export interface Explanation {
  mutant: string
  why: string
}

export interface Review {
  explained: Explanation[]
  unexplained: string[]
  /** Explanations of mutants that are noticed by now, or are no more. */
  stale: string[]
}

/** Holds the survivors of the mutated `files` against what is explained. */
export function review(
  survivors: readonly string[],
  explanations: readonly Explanation[],
  files: readonly string[],
): Review {
  const of = (explanation: Explanation) => survivors.includes(explanation.mutant)
  const mutated = explanations.filter((explanation) =>
    files.some((file) => explanation.mutant.startsWith(`${file} | `)),
  )
  const known = new Set(explanations.map((explanation) => explanation.mutant))
  return {
    explained: mutated.filter(of),
    unexplained: survivors.filter((id) => !known.has(id)),
    stale: mutated.filter((explanation) => !of(explanation)).map((explanation) => explanation.mutant),
  }
}
