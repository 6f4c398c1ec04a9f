import type { Facts, Grade } from '../facts/facts'
import type { Pack } from '../policies/pack'
import { evaluate, grades } from '../rules/evaluate'
import type { Answers, DeclinableKey } from './answers'
import { presentQuestion, type Question } from './present-question'
import { answeredQuestions, remainingAtMost } from './progress'
import { firstRelevant } from './relevance'

export interface Plan {
  /** Absent: nothing that is still open can change an answer. */
  next?: Question
  answered: number
  remainingAtMost: number
}

/**
 * What to ask next. Asks only what can still change an answer, in a fixed order; without a goal, for all five grades. `declined` names
 * the facts that were asked and answered with none.
 */
export function planNext(pack: Pack, facts: Facts, goal?: Grade, declined: readonly DeclinableKey[] = []): Plan {
  const answers: Answers = { facts, declined }
  const goals = goal === undefined ? grades : [goal]
  const evaluation = evaluate(pack, facts)
  const answered = answeredQuestions(answers).length
  const id = firstRelevant(pack, answers, evaluation, goals)
  if (id === undefined) return { answered, remainingAtMost: 0 }
  return {
    next: presentQuestion(pack, answers, id),
    answered,
    remainingAtMost: Math.max(1, remainingAtMost(pack, answers, evaluation, goals)),
  }
}
