import type {
  AssessmentResult,
  CertificateKind,
  Education,
  FactKey,
  Frontline,
  Honour,
  Level,
  OnPost,
  Organisation,
  RetirementLine,
  Sex,
  StaffType,
} from '../facts/facts'
import type { DocumentKind } from '../documents/document-kind'
import type { ReadingId } from '../rules/reading'
import type { CriterionId, ManualRoute, Route, WarningId } from '../rules/verdict'
import type { QuestionId } from '../wizard/question'

export interface QuestionText {
  title: string
  hint?: string
  /** Why it is asked, in one sentence. */
  why: string
  /** The clause behind the question. */
  clause: string
}

export interface ReadingText {
  /** The point that is open, in plain words. */
  question: string
  /** The clause whose words leave it open. */
  clause: string
}

export interface CriterionText {
  label: string
  /** What is needed, in words; `{needed}` stands for the number. */
  needed: string
}

export interface PaperText {
  title: string
  reason: string
  hint?: string
}

/** Every text of a pack; a missing one does not compile. */
export interface PackTexts {
  facts: Readonly<Record<FactKey, string>>
  questions: Readonly<Record<QuestionId, QuestionText>>
  readings: Readonly<Record<ReadingId, ReadingText>>
  criteria: Readonly<Record<CriterionId, CriterionText>>
  routes: Readonly<Record<Route, string>>
  manualRoutes: Readonly<Record<ManualRoute, { title: string; how: string; clause: string }>>
  warnings: Readonly<Record<WarningId, string>>
  papers: Readonly<Record<DocumentKind, PaperText>>
  options: {
    sex: Readonly<Record<Sex, string>>
    retirementLine: Readonly<Record<RetirementLine, string>>
    staffType: Readonly<Record<StaffType, string>>
    onPost: Readonly<Record<OnPost, string>>
    organisation: Readonly<Record<Organisation, string>>
    education: Readonly<Record<Education, string>>
    frontline: Readonly<Record<Frontline, string>>
    certificateKind: Readonly<Record<CertificateKind, string>>
    assessmentResult: Readonly<Record<AssessmentResult, string>>
    level: Readonly<Record<Level, string>>
    honour: Readonly<Record<Honour['kind'], string>>
  }
}
