/**
 * Facts about an applicant: the wire format that the phone sends and `npm run self-check` reads.
 * Every key is optional; an absent key is "not known" unless said otherwise. Dates are `YYYY-MM-DD`,
 * or `YYYY-MM` where the person knows only the month.
 */
export type Sex = 'male' | 'female'
export type RetirementLine = 'worker' | 'cadre'
export type StaffType = 'established' | 'contracted' | 'agency' | 'dispatched'
export type OnPost = 'on-post' | 'seconded' | 'long-leave' | 'internal-retired'
export type Organisation = 'public-institution' | 'government-body'
export type Grade = 1 | 2 | 3 | 4 | 5
export type CertificateKind = 'public-sector' | 'national-vocational'
export type Education =
  | 'primary'
  | 'junior-high'
  | 'senior-high'
  | 'vocational-high'
  | 'technical-school'
  | 'secondary-specialised'
  | 'college'
  | 'bachelor'
  | 'postgraduate'
export type AssessmentResult = 'excellent' | 'qualified' | 'basically-qualified' | 'unqualified' | 'ungraded'
export type Level = 'national' | 'provincial' | 'municipal' | 'county'
export type Frontline = 'designated-hospital-allowance' | 'provincial-aid-team' | 'provincial-commendation'

export interface Certificate {
  grade: Grade
  /** Code in the pack's directory. */
  occupation: string
  issuedOn: string
  /** The year of the exam, where it is not the year of issue (a certificate of January-March). */
  examYear?: number
  /** Absent: `public-sector`. */
  kind?: CertificateKind
}

/** One year of 年度考核. */
export interface YearlyAssessment {
  year: number
  result: AssessmentResult
  outstandingPartyMember?: boolean
  /** Absent: filed with the personnel department. */
  filed?: boolean
}

export type Honour =
  | { kind: 'commendation'; by: 'party-or-government' | 'department'; level: Level; awardedOn: string }
  | { kind: 'may-day-medal'; level: Level; awardedOn: string }
  | { kind: 'technical-expert'; level: Level; awardedOn: string }
  | { kind: 'competition'; level: Level; individual: boolean; prize?: 1 | 2 | 3; rank?: number; awardedOn: string }
  | { kind: 'patent'; type: 'invention' | 'utility-model'; ownOccupation: boolean; rank: number; grantedOn: string }
  | { kind: 'unique-skill'; awardedOn?: string }
  | { kind: 'model-worker'; level: Level; awardedOn: string }
  | { kind: 'innovation'; level: Level; mainContributor: boolean; awardedOn: string }

export interface Facts {
  sex?: Sex
  birthDate?: string
  /** Asked of women only: which line the unit applies (50 or 55). Ignored for men. */
  retirementLine?: RetirementLine
  /** Retirement formalities done. */
  retired?: boolean
  staffType?: StaffType
  onPost?: OnPost
  organisation?: Organisation
  /** 参加工作时间, as the personnel file has it. */
  workStart?: string
  /** 转正定级 date, past or expected. */
  regularisedOn?: string
  /** 工种 now worked in: its code in the pack's directory. */
  occupation?: string
  /** 工种 applied for; absent: `occupation`. */
  targetOccupation?: string
  certificates?: Certificate[]
  /** 已聘任至二级岗位. */
  appointedGrade2?: boolean
  education?: Education
  assessments?: YearlyAssessment[]
  honours?: Honour[]
  /** The unit attests skill (二(三)2, and 较高技艺 of 二(三)4). */
  highSkillAttested?: boolean
  unitConsent?: boolean
  /** 虚假材料 found on that day; absent: none. */
  falsificationFoundOn?: string
  /** Absent: none. */
  frontline?: Frontline
  /**
   * What the person was asked and cannot tell (“不清楚”): a key of Facts, or a part of a given one:
   * `certificates[0].examYear`, `assessments.2020`, or a month-precision date key (its day).
   */
  unsure?: string[]
}

export type FactKey = Exclude<keyof Facts, 'unsure'>

/** The keys of Facts in the order of the wire format; `missing` is listed in this order. */
export const factKeys = [
  'sex',
  'birthDate',
  'retirementLine',
  'retired',
  'staffType',
  'onPost',
  'organisation',
  'workStart',
  'regularisedOn',
  'occupation',
  'targetOccupation',
  'certificates',
  'appointedGrade2',
  'education',
  'assessments',
  'honours',
  'highSkillAttested',
  'unitConsent',
  'falsificationFoundOn',
  'frontline',
] as const satisfies readonly FactKey[]

export type ProblemCode =
  | 'unknown-key'
  | 'wrong-type'
  | 'impossible-date'
  | 'out-of-range'
  | 'before-birth'
  | 'before-work'
  | 'after-registration'
  | 'unknown-occupation'
  | 'duplicate'
  | 'exam-year'
  | 'given-and-unsure'

/** Why a fact is refused. `field` is a path (`certificates[0].issuedOn`), `message` is Chinese and says what to do. */
export interface FactProblem {
  field: string
  code: ProblemCode
  message: string
}
