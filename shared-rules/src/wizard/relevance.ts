import { type Facts, type Grade, type Honour } from '../facts/facts'
import { formatDay } from '../calendar/local-date'
import type { Pack } from '../policies/pack'
import { evaluate, type Evaluation } from '../rules/evaluate'
import { type Answers, isAnswered, questionFor } from './answers'
import { questionIds, questions, type QuestionId } from './question'

/** The answer for these grades, as far as a person sees it. */
function answerOf(evaluation: Evaluation, goals: readonly Grade[]): string {
  return JSON.stringify(
    goals.map((grade) => {
      const { verdict, lean, route, openReadings, manualRoutes } = evaluation.grades[grade]
      return [verdict, lean, route, openReadings, manualRoutes]
    }),
  )
}

/** Honours that between them open each way: 破格 (二(六)), exemption (二(四)6(2)), 绝技 (二(四)6(6)). */
function sampleHonours(pack: Pack): Honour[][] {
  const awardedOn = formatDay(pack.dates.registrationCloses)
  return [
    [{ kind: 'model-worker', level: 'national', awardedOn }],
    [{ kind: 'may-day-medal', level: 'national', awardedOn }],
    [{ kind: 'unique-skill' }],
  ]
}

/**
 * Facts that are never missing (absent they mean none, the same, or not yet) but may change the answer: the values to try. A value
 * that changes nothing need not be asked for.
 */
function trials(pack: Pack, facts: Facts): Partial<Record<QuestionId, readonly Facts[]>> {
  return {
    // A certificate may open a manual route together with what is asked later.
    certificates: pack
      .sampleOccupations(facts)
      .slice(-1)
      .map((occupation) => ({
        certificates: [{ grade: 5, occupation, issuedOn: '1900-06-01' }],
        frontline: 'designated-hospital-allowance',
      })),
    targetOccupation:
      facts.occupation === undefined
        ? []
        : pack
            .sampleOccupations(facts)
            .filter((code) => code !== facts.occupation)
            .map((targetOccupation) => ({ targetOccupation })),
    highSkillAttested: [{ highSkillAttested: false }],
    honours: sampleHonours(pack).map((honours) => ({ honours })),
    frontline: [{ frontline: 'designated-hospital-allowance' }, { frontline: 'provincial-commendation' }],
    falsificationFoundOn: [{ falsificationFoundOn: formatDay(pack.dates.registrationCloses) }],
    unitConsent: [{ unitConsent: false }],
  }
}

/** The questions of the gaps: what an incomplete answer waits for. */
export function gapQuestions(answers: Answers, evaluation: Evaluation, goals: readonly Grade[]): Set<QuestionId> {
  const gaps = goals.flatMap((grade) => evaluation.grades[grade].gaps)
  const ids = gaps.map((gap) => questionFor(answers, gap.path))
  return new Set(ids.filter((id) => id !== undefined))
}

/** The first question, in the fixed order, whose answer can still change an answer for these grades. */
export function firstRelevant(
  pack: Pack,
  answers: Answers,
  evaluation: Evaluation,
  goals: readonly Grade[],
): QuestionId | undefined {
  const waiting = gapQuestions(answers, evaluation, goals)
  const now = answerOf(evaluation, goals)
  const optional = trials(pack, answers.facts)
  const changes = (facts: Facts) => answerOf(evaluate(pack, { ...answers.facts, ...facts }), goals) !== now
  return questionIds.find((id) => {
    if (waiting.has(id)) return true
    return !isAnswered(answers, questions[id].key) && (optional[id] ?? []).some(changes)
  })
}
