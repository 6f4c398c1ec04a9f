import type { Clause, Pack } from '../policies/pack'

export const findClause = (pack: Pack, id: string): Clause | undefined =>
  pack.clauses.find((clause) => clause.id === id)
