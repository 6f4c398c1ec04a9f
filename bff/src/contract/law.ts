/** Types of the law that pass through the contract, so that features without the law itself can name them. */
export type {
  Assessment,
  Certificate,
  FactProblem,
  Facts,
  Grade,
  GradeAssessment,
  PaperItem,
  Verdict,
} from '@app/shared-rules'
