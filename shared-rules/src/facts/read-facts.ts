import type {
  AssessmentResult,
  Certificate,
  CertificateKind,
  Education,
  Facts,
  Frontline,
  Grade,
  OnPost,
  Organisation,
  RetirementLine,
  Sex,
  StaffType,
  YearlyAssessment,
} from './facts'
import { factKeys } from './facts'
import { anHonour } from './read-honour'
import { aBoolean, aDate, anInteger, aString, aYear, listOf, oneOf, recordOf } from './shape'

const aCertificate = recordOf<Certificate>(
  {
    grade: oneOf<Grade>(1, 2, 3, 4, 5),
    occupation: aString,
    issuedOn: aDate,
    examYear: anInteger,
    kind: oneOf<CertificateKind>('public-sector', 'national-vocational'),
  },
  ['examYear', 'kind'],
)

const aYearlyAssessment = recordOf<YearlyAssessment>(
  {
    year: aYear,
    result: oneOf<AssessmentResult>('excellent', 'qualified', 'basically-qualified', 'unqualified', 'ungraded'),
    outstandingPartyMember: aBoolean,
    filed: aBoolean,
  },
  ['outstandingPartyMember', 'filed'],
)

const fields = {
  sex: oneOf<Sex>('male', 'female'),
  birthDate: aDate,
  retirementLine: oneOf<RetirementLine>('worker', 'cadre'),
  retired: aBoolean,
  staffType: oneOf<StaffType>('established', 'contracted', 'agency', 'dispatched'),
  onPost: oneOf<OnPost>('on-post', 'seconded', 'long-leave', 'internal-retired'),
  organisation: oneOf<Organisation>('public-institution', 'government-body'),
  workStart: aDate,
  regularisedOn: aDate,
  occupation: aString,
  targetOccupation: aString,
  certificates: listOf(aCertificate),
  appointedGrade2: aBoolean,
  education: oneOf<Education>(
    'primary',
    'junior-high',
    'senior-high',
    'vocational-high',
    'technical-school',
    'secondary-specialised',
    'college',
    'bachelor',
    'postgraduate',
  ),
  assessments: listOf(aYearlyAssessment),
  honours: listOf(anHonour),
  highSkillAttested: aBoolean,
  unitConsent: aBoolean,
  falsificationFoundOn: aDate,
  frontline: oneOf<Frontline>('designated-hospital-allowance', 'provincial-aid-team', 'provincial-commendation'),
  unsure: listOf(aString),
}

/** Untrusted input → facts of the right shape (keys, types, dates that exist); `check-facts.ts` then weighs them together. */
export const readFacts = recordOf<Facts>(fields, [...factKeys, 'unsure'])
