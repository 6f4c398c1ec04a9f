import { addYears, type Day } from '../calendar/local-date'
import { retirementDay } from '../calendar/retirement'
import type { FactKey, Grade, RetirementLine, Sex } from '../facts/facts'
import type { Pack, PackDates } from '../policies/pack'
import type { Evaluation } from '../rules/evaluate'
import type { CriterionId } from '../rules/verdict'
import { type Answers, isAnswered, openParts } from './answers'
import { questionIds, questions, type QuestionId } from './question'
import { gapQuestions } from './relevance'

/** Everything that the bound on the questions left looks at. */
interface State {
  pack: Pack
  answers: Answers
  evaluation: Evaluation
  goals: readonly Grade[]
  waiting: ReadonlySet<QuestionId>
}

const GATES: readonly CriterionId[] = ['scope.post', 'scope.retirement', 'ban', 'consent']
const GATES_OF_TARGET: readonly CriterionId[] = ['scope.occupation', 'held']

/** The rows of the conditions alone read these; gates and manual routes read the others. */
const CONDITIONS_ONLY: readonly QuestionId[] = [
  'workStart',
  'certificates#examYear',
  'regularisedOn',
  'regularisedOn#day',
  'education',
  'highSkillAttested',
  'certificates#day',
  'appointedGrade2',
  'organisation',
  'assessments',
  'honours#day',
]

/** An unmet row stays unmet whatever is still answered, but where the target may still be changed. */
const targetSettled = ({ answers }: State) => isAnswered(answers, 'targetOccupation')

function closedByGate(state: State, grade: Grade): boolean {
  const ids = targetSettled(state) ? [...GATES, ...GATES_OF_TARGET] : GATES
  return state.evaluation.grades[grade].rows.some((row) => row.outcome === 'unmet' && ids.includes(row.criterion.id))
}

function mayMatter(state: State, id: QuestionId, grade: Grade): boolean {
  if (closedByGate(state, grade)) return false
  const lost = state.evaluation.grades[grade].conditionsUnmet && targetSettled(state)
  return !(lost && CONDITIONS_ONLY.includes(id))
}

const SEXES: readonly Sex[] = ['male', 'female']
const LINES: readonly RetirementLine[] = ['worker', 'cadre']

/** On which side of the days that decide does a birthday fall? */
function sidesOf(birth: Day, sex: Sex, dates: PackDates): string {
  const retires = LINES.map((line) => retirementDay(birth, sex, line))
  const relaxed = addYears(birth, sex === 'male' ? 50 : 45)
  return [
    ...retires.map((on) => [on < dates.issuedFirst, on <= dates.issuedLast]),
    [relaxed <= dates.registrationCloses, relaxed <= dates.countedTo],
  ].join()
}

/** The day of birth decides only in the months in which somebody reaches an age on one of those days. */
function birthDayMayDecide({ pack, evaluation, answers }: State): boolean {
  const birth = evaluation.person.birth
  if (birth === undefined) return true
  const sexes = answers.facts.sex === undefined ? SEXES : [answers.facts.sex]
  return sexes.some((sex) => sidesOf(birth.first, sex, pack.dates) !== sidesOf(birth.last, sex, pack.dates))
}

const holdsNone = ({ answers }: State) =>
  answers.facts.certificates?.every((c) => c.kind === 'national-vocational') === true

/** Further conditions under which a question may still come; none: whenever it is not answered. */
function stillPossible(state: State, id: QuestionId): boolean {
  const { answers, waiting } = state
  const known = (...keys: FactKey[]) => keys.every((key) => isAnswered(answers, key))
  switch (id) {
    case 'birthDate#day':
      return birthDayMayDecide(state)
    case 'retirementLine':
      return answers.facts.sex !== 'male' && (!known('sex', 'birthDate', 'retired') || waiting.has(id))
    case 'organisation':
      return answers.facts.appointedGrade2 !== true
    case 'honours':
    case 'honours#day':
      return !holdsNone(state)
    default:
      return true
  }
}

function isOpen(state: State, id: QuestionId): boolean {
  const { answers } = state
  const { key } = questions[id]
  if (id === key) return !isAnswered(answers, key)
  return !isAnswered(answers, key) || openParts(answers).some((part) => part.question === id)
}

/** How many questions are left at most: an upper bound that falls by at least one with each answer. */
export function remainingAtMost(pack: Pack, answers: Answers, evaluation: Evaluation, goals: readonly Grade[]): number {
  const state: State = { pack, answers, evaluation, goals, waiting: gapQuestions(answers, evaluation, goals) }
  return questionIds.filter(
    (id) =>
      isOpen(state, id) &&
      goals.some((grade) => questions[id].grades.includes(grade) && mayMatter(state, id, grade)) &&
      stillPossible(state, id),
  ).length
}

/** The questions that have been answered, in their order, for going back. */
export function answeredQuestions(answers: Answers): QuestionId[] {
  return questionIds.filter((id) => id === questions[id].key && isAnswered(answers, questions[id].key))
}
