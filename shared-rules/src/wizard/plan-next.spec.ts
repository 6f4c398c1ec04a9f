import fc from 'fast-check'
import type { Facts, Grade } from '../facts/facts'
import { currentPack as pack } from '../policies'
import { assess } from '../rules/assess'
import { anyone } from '../rules/anyone.fixture'
import { answerQuestion } from './answer'
import { type Answers, noAnswers } from './answers'
import { planNext } from './plan-next'
import { NONE, type Question, UNSURE } from './present-question'

const verdicts = (facts: Facts, goals: readonly Grade[] = [1, 2, 3, 4, 5]) => {
  const { grades } = assess(pack, facts, { earliestYear: false })
  return goals.map((grade) => grades[`${grade}`].verdict)
}

/** Months where a person would give a month; the day follows where it is asked for. */
function truthfulAnswer(facts: Facts, question: Question): unknown {
  const { id, key } = question
  const value = facts[key]
  if (id === 'certificates#examYear' || id === 'certificates#day' || id === 'honours#day') {
    return Object.fromEntries((question.parts ?? []).map(({ path }) => [path, partOf(facts, path)]))
  }
  if (value === undefined) {
    if (key === 'frontline' || key === 'falsificationFoundOn') return NONE
    return key === 'targetOccupation' ? facts.occupation : UNSURE
  }
  if (question.kind === 'month' || question.kind === 'month-or-none') return `${value}`.slice(0, 7)
  if (key === 'certificates')
    return facts.certificates?.map(({ examYear: _, ...c }) => ({ ...c, issuedOn: c.issuedOn.slice(0, 7) }))
  if (key === 'honours') {
    return facts.honours?.map((h) =>
      h.kind === 'patent'
        ? { ...h, grantedOn: h.grantedOn.slice(0, 7) }
        : { ...h, awardedOn: h.awardedOn?.slice(0, 7) },
    )
  }
  return value
}

function partOf(facts: Facts, path: string): unknown {
  const [, key, index, part] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? []
  return (facts as any)[key ?? ''][Number(index)][part ?? '']
}

interface Walk {
  answers: Answers
  asked: string[]
  bounds: number[]
}

function walk(facts: Facts, goal?: Grade): Walk {
  let answers: Answers = noAnswers
  const [asked, bounds]: [string[], number[]] = [[], []]
  for (;;) {
    const plan = planNext(pack, answers.facts, goal, answers.declined)
    bounds.push(plan.remainingAtMost)
    if (plan.next === undefined) return { answers, asked, bounds }
    if (asked.length > 40) throw new Error(`it does not end: ${asked.join()}`)
    asked.push(plan.next.id)
    const answered = answerQuestion(pack, answers, plan.next.id, truthfulAnswer(facts, plan.next))
    if (!answered.ok) throw new Error(JSON.stringify([plan.next.id, answered.problems]))
    answers = answered.answers
  }
}

describe('the planner', () => {
  it('ends with the verdicts of a person all of whose facts are known', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        expect(verdicts(walk(facts).answers.facts)).toEqual(verdicts(facts))
      }),
      { numRuns: 300 },
    )
  })

  it('ends with the verdict of the one grade that a person aims at', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom<Grade>(1, 2, 3, 4, 5), (facts, goal) => {
        expect(verdicts(walk(facts, goal).answers.facts, [goal])).toEqual(verdicts(facts, [goal]))
      }),
      { numRuns: 300 },
    )
  })

  it('never asks the same question twice', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        const { asked } = walk(facts)
        expect(new Set(asked).size).toBe(asked.length)
      }),
      { numRuns: 200 },
    )
  })

  it('says truthfully how many questions are left at most: each answer takes at least one off', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        const { bounds } = walk(facts)
        bounds.slice(1).forEach((bound, i) => expect(bound).toBeLessThan(bounds[i] ?? 0))
      }),
      { numRuns: 300 },
    )
  })
})
