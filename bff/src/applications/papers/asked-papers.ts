import type { PaperItem, StoredVerdict } from '../../contract'
import { assessFacts, verdictOf } from '../../eligibility/assess-facts'
import type { LawInForce } from '../../eligibility/law'
import { papersFor } from '../../eligibility/papers'
import { isReturned } from '../drafts/editable'
import { factsOf } from '../office-snapshot'
import type { ApplicationRow } from '../rows/application-row'

type Row = Pick<ApplicationRow, 'state' | 'grade' | 'facts' | 'attestation' | 'verdict'>

/** What the facts say now; undefined without a grade, or where they cannot be right. */
export function verdictNow(law: LawInForce, row: Row, now: Date): StoredVerdict | undefined {
  if (row.grade === null) return undefined
  const result = assessFacts(law, factsOf(row))
  return result.ok ? verdictOf(law, result.assessment, row.grade, now) : undefined
}

/** The papers asked for: while the person may change the facts by these, afterwards by the verdict of the submission. */
export function askedPapers(law: LawInForce, row: Row, now: Date): PaperItem[] {
  const changing = row.state === 'draft' || isReturned(row.state)
  const current = changing || row.verdict === null ? verdictNow(law, row, now) : undefined
  const verdict = current ?? row.verdict
  return verdict ? papersFor(law, factsOf(row), verdict) : []
}
