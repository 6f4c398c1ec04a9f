import type { FactKey, Grade } from '../facts/facts'

/** The questions of the self-check, in the order in which a person is asked. `#day` and `#examYear` follow up what was left open. */
export const questionIds = [
  'occupation',
  'staffType',
  'onPost',
  'sex',
  'birthDate',
  'birthDate#day',
  'retired',
  'retirementLine',
  'workStart',
  'certificates',
  'certificates#examYear',
  'targetOccupation',
  'regularisedOn',
  'regularisedOn#day',
  'education',
  'highSkillAttested',
  'certificates#day',
  'appointedGrade2',
  'organisation',
  'assessments',
  'honours',
  'honours#day',
  'frontline',
  'falsificationFoundOn',
  'falsificationFoundOn#day',
  'unitConsent',
] as const

export type QuestionId = (typeof questionIds)[number]

export type QuestionKind =
  | 'choice'
  | 'yes-no'
  | 'month'
  | 'day'
  | 'occupation'
  | 'certificates'
  | 'assessments'
  | 'honours'
  | 'exam-year'
  /** A date, or never. */
  | 'month-or-none'

interface Definition {
  key: FactKey
  kind: QuestionKind
  /** The grades whose rows may read it. */
  grades: readonly Grade[]
}

const ALL: readonly Grade[] = [1, 2, 3, 4, 5]

export const questions: Readonly<Record<QuestionId, Definition>> = {
  occupation: { key: 'occupation', kind: 'occupation', grades: ALL },
  staffType: { key: 'staffType', kind: 'choice', grades: ALL },
  onPost: { key: 'onPost', kind: 'choice', grades: ALL },
  sex: { key: 'sex', kind: 'choice', grades: ALL },
  birthDate: { key: 'birthDate', kind: 'month', grades: ALL },
  'birthDate#day': { key: 'birthDate', kind: 'day', grades: ALL },
  retired: { key: 'retired', kind: 'yes-no', grades: ALL },
  retirementLine: { key: 'retirementLine', kind: 'choice', grades: ALL },
  workStart: { key: 'workStart', kind: 'month', grades: [1, 3, 4, 5] },
  certificates: { key: 'certificates', kind: 'certificates', grades: ALL },
  'certificates#examYear': { key: 'certificates', kind: 'exam-year', grades: [1, 2, 3, 4] },
  targetOccupation: { key: 'targetOccupation', kind: 'occupation', grades: ALL },
  regularisedOn: { key: 'regularisedOn', kind: 'month', grades: [5] },
  'regularisedOn#day': { key: 'regularisedOn', kind: 'day', grades: [5] },
  education: { key: 'education', kind: 'choice', grades: [1, 2] },
  highSkillAttested: { key: 'highSkillAttested', kind: 'yes-no', grades: [2] },
  'certificates#day': { key: 'certificates', kind: 'day', grades: [1] },
  appointedGrade2: { key: 'appointedGrade2', kind: 'yes-no', grades: [1] },
  organisation: { key: 'organisation', kind: 'choice', grades: [1] },
  assessments: { key: 'assessments', kind: 'assessments', grades: [1] },
  honours: { key: 'honours', kind: 'honours', grades: [1, 2, 3, 4] },
  'honours#day': { key: 'honours', kind: 'day', grades: [1] },
  frontline: { key: 'frontline', kind: 'choice', grades: ALL },
  falsificationFoundOn: { key: 'falsificationFoundOn', kind: 'month-or-none', grades: ALL },
  'falsificationFoundOn#day': { key: 'falsificationFoundOn', kind: 'day', grades: ALL },
  unitConsent: { key: 'unitConsent', kind: 'yes-no', grades: ALL },
}
