import { parseFacts } from '../../facts/parse-facts'
import type { Grade } from '../../facts/facts'
import { assess } from '../../rules/assess'
import { type Case, cases } from './cases.fixture'
import { moreCases } from './more-cases.fixture'
import { jiaozuo2023 } from './pack'

function answer({ facts }: Case) {
  const parsed = parseFacts(facts, jiaozuo2023)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return assess(jiaozuo2023, parsed.facts)
}

describe.each([...cases, ...moreCases].map((c) => [`case ${c.id}: ${c.title}`, c] as const))('%s', (_, one) => {
  const grades = Object.keys(one.expect).map(Number) as Grade[]
  it.each(grades)('gives the verdict of grade %d', (grade) => {
    const want = one.expect[grade]
    const got = answer(one).grades[`${grade}`]
    const waived = got.criteria.filter((c) => c.outcome === 'waived').map((c) => c.id)
    const spoken = { ...got, waived, lean: got.lean ?? 'none', earliestYear: got.earliestYear ?? 'none' }
    expect(spoken).toMatchObject({ ...want })
  })

  it('gives these warnings', () => {
    expect(answer(one).warnings.map((warning) => warning.id)).toEqual(one.warnings ?? [])
  })
})
