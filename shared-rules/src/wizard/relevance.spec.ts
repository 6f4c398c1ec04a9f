import fc from 'fast-check'
import type { Facts } from '../facts/facts'
import { factKeys } from '../facts/facts'
import { parseFacts } from '../facts/parse-facts'
import { currentPack as pack } from '../policies'
import { anyone } from '../rules/anyone.fixture'
import { assess } from '../rules/assess'
import { type Answers, isAnswered } from './answers'
import type { Question } from './present-question'
import { walk } from './walk.fixture'

/** A fixed crowd: what it knows of itself stands for what a person may still answer, boundary dates included. */
const crowd = fc.sample(anyone, { seed: 20230328, numRuns: 250 })

function seen(facts: Facts): string {
  const { grades } = assess(pack, facts, { earliestYear: false })
  return JSON.stringify(
    Object.values(grades).map(({ verdict, lean, route, openReadings, manualRoutes }) => [
      verdict,
      lean,
      route,
      openReadings,
      manualRoutes,
    ]),
  )
}

/** What one of the crowd would answer beside these answers; what he was not asked he leaves as it is. */
function completed(answers: Answers, other: Facts, question: Question): Facts {
  const open = factKeys.filter((key) => key !== question.key && !isAnswered(answers, key))
  const rest = Object.fromEntries(open.map((key) => [key, other[key]]))
  return { ...rest, ...answers.facts }
}

const DAYS = ['01', '10', '15', '27', '28', '30', '31']

/** The finite set of answers to a question. */
function answersTo(question: Question, answers: Answers): Facts[] {
  const { key } = question
  const { facts } = answers
  if (question.id === 'certificates#examYear') {
    return [0, 1].map((back) => ({
      certificates: facts.certificates?.map((c) =>
        Number(c.issuedOn.slice(5, 7)) <= 3
          ? { ...c, examYear: c.examYear ?? Number(c.issuedOn.slice(0, 4)) - back }
          : c,
      ),
    }))
  }
  if (question.kind === 'day') {
    const withDay = (date: string | undefined, d: string) => (date?.length === 7 ? `${date}-${d}` : date)
    return DAYS.flatMap((d): Facts[] => {
      if (key === 'certificates')
        return [{ certificates: facts.certificates?.map((c) => ({ ...c, issuedOn: withDay(c.issuedOn, d) ?? '' })) }]
      if (key === 'honours') {
        return [
          {
            honours: facts.honours?.map((h) =>
              h.kind === 'patent'
                ? { ...h, grantedOn: withDay(h.grantedOn, d) ?? '' }
                : { ...h, awardedOn: withDay(h.awardedOn, d) ?? '' },
            ) as Facts['honours'],
          },
        ]
      }
      return [{ [key]: withDay(facts[key] as string, d) }]
    })
  }
  const values = new Map(crowd.map((one) => [JSON.stringify(one[key]), one[key]]))
  return [...values.values()].slice(0, 40).map((value) => ({ [key]: value }))
}

function mayChange(question: Question, answers: Answers): boolean {
  const given = answersTo(question, answers)
  return crowd.some((other) => {
    const rest = completed(answers, other, question)
    const outcomes = new Set<string>()
    for (const answer of given) {
      const facts = { ...rest, ...answer }
      if (parseFacts(JSON.parse(JSON.stringify(facts)), pack).ok) outcomes.add(seen(facts))
      if (outcomes.size > 1) return true
    }
    return false
  })
}

describe('the planner', () => {
  it('never asks what cannot change an answer', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        walk(facts, undefined, (question, answers) => {
          if (!mayChange(question, answers)) throw new Error(`${question.id} is asked of ${JSON.stringify(answers)}`)
        })
      }),
      { numRuns: 25, seed: 3 },
    )
  })
})
