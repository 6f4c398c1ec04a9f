import type { Facts, Grade } from '../facts/facts'
import { currentPack as pack } from '../policies'
import { answerQuestion } from './answer'
import { type Answers, noAnswers } from './answers'
import { planNext } from './plan-next'
import { NONE, type Question, UNSURE } from './present-question'

/**
 * The month alone, but where certificate and honour share it: 二(六) is open on any day of a month that fits, so that there the day is
 * part of the truth.
 */
function wornDate({ certificates = [], honours = [] }: Facts, date: string): string {
  const month = date.slice(0, 7)
  const certified = certificates.some((c) => c.issuedOn.startsWith(month))
  const honoured = honours.some((h) => (h.kind === 'patent' ? h.grantedOn : h.awardedOn)?.startsWith(month))
  return certified && honoured ? date : month
}

/** Months where a person would give a month; the day follows where it is asked for. */
export function truthfulAnswer(facts: Facts, question: Question): unknown {
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
  if (key === 'certificates') {
    return facts.certificates?.map(({ examYear: _, ...c }) => ({ ...c, issuedOn: wornDate(facts, c.issuedOn) }))
  }
  if (key === 'honours') {
    return facts.honours?.map((h) =>
      h.kind === 'patent'
        ? { ...h, grantedOn: wornDate(facts, h.grantedOn) }
        : { ...h, ...(h.awardedOn && { awardedOn: wornDate(facts, h.awardedOn) }) },
    )
  }
  return value
}

function partOf(facts: Facts, path: string): unknown {
  const [, key, index, part] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? []
  return (facts as any)[key ?? ''][Number(index)][part ?? '']
}

export interface Walk {
  answers: Answers
  asked: string[]
  bounds: number[]
}

/** A person with these facts answers what is asked, until nothing more is. */

export function walk(
  facts: Facts,
  goal?: Grade,
  onAsk: (question: Question, answers: Answers) => void = () => {},
): Walk {
  let answers: Answers = noAnswers
  const [asked, bounds]: [string[], number[]] = [[], []]
  for (;;) {
    const plan = planNext(pack, answers.facts, goal, answers.declined)
    bounds.push(plan.remainingAtMost)
    if (plan.next === undefined) return { answers, asked, bounds }
    if (asked.length > 40) throw new Error(`it does not end: ${asked.join()}`)
    asked.push(plan.next.id)
    onAsk(plan.next, answers)
    const answered = answerQuestion(pack, answers, plan.next.id, truthfulAnswer(facts, plan.next))
    if (!answered.ok) throw new Error(JSON.stringify([plan.next.id, answered.problems]))
    answers = answered.answers
  }
}
