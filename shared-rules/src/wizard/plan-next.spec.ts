import fc from 'fast-check'
import type { Facts, Grade } from '../facts/facts'
import { currentPack as pack } from '../policies'
import { anyone } from '../rules/anyone.fixture'
import { assess } from '../rules/assess'
import { walk } from './walk.fixture'

const verdicts = (facts: Facts, goals: readonly Grade[] = [1, 2, 3, 4, 5]) => {
  const { grades } = assess(pack, facts, { earliestYear: false })
  return goals.map((grade) => grades[`${grade}`].verdict)
}

describe('the planner', () => {
  it('ends with the verdicts of a person all of whose facts are known', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        expect(verdicts(walk(facts).answers.facts)).toEqual(verdicts(facts))
      }),
      { numRuns: 150 },
    )
  })

  it('ends with the verdict of the one grade that a person aims at', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom<Grade>(1, 2, 3, 4, 5), (facts, goal) => {
        expect(verdicts(walk(facts, goal).answers.facts, [goal])).toEqual(verdicts(facts, [goal]))
      }),
      { numRuns: 150 },
    )
  })

  it('never asks the same question twice', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        const { asked } = walk(facts)
        expect(new Set(asked).size).toBe(asked.length)
      }),
      { numRuns: 150 },
    )
  })

  it('says truthfully how many questions are left at most: each answer takes at least one off', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        const { bounds } = walk(facts)
        bounds.slice(1).forEach((bound, i) => expect(bound).toBeLessThan(bounds[i] ?? 0))
      }),
      { numRuns: 150 },
    )
  })
})
