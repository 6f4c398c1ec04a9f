import type { Facts, Grade, StoredVerdict, SubmitRequest, Verdict } from '../../contract'
import { assessFacts, verdictOf } from '../../eligibility/assess-facts'
import type { LawInForce } from '../../eligibility/law'
import { refuse } from '../refuse'

export interface AgreedVerdict {
  verdict: StoredVerdict
  /** What the phone had computed, where it differed and the person went on with the server's. */
  phoneVerdict: Verdict | null
}

const admitted: readonly Verdict[] = ['eligible', 'confirm', 'manual']

export const isAdmitted = (verdict: Verdict): boolean => admitted.includes(verdict)

type Refusal = { code: 'grade-not-eligible' | 'approval-not-eligible'; phone?: Verdict }

/** The server's run. @throws AppError `facts-invalid`, and that of `refusal` {verdict, lean?, phone?, assessment, law} */
export function admittedVerdict(
  law: LawInForce,
  facts: Facts,
  grade: Grade,
  now: Date,
  { code, phone }: Refusal,
): StoredVerdict {
  const result = assessFacts(law, facts)
  if (!result.ok) throw refuse('facts-invalid', { problems: result.problems })
  const stored = verdictOf(law, result.assessment, grade, now)
  if (isAdmitted(stored.verdict)) return stored
  const { lean } = result.assessment.grades[grade]
  const told = { verdict: stored.verdict, ...(lean && { lean }), ...(phone && { phone }) }
  throw refuse(code, { ...told, assessment: stored.assessment, law: law.version })
}

/**
 * The server's verdict, which the person has seen: the phone's is the same, or the person goes on with the server's.
 * @param own the person's own facts, without what the unit attested: the phone knows only those
 * @throws AppError `facts-invalid`, `grade-not-eligible`, `verdict-differs` {phone, server, assessment, law}
 */
export function agreedVerdict(
  law: LawInForce,
  { facts, own, grade }: { facts: Facts; own: Facts; grade: Grade },
  request: SubmitRequest,
  now: Date,
): AgreedVerdict {
  const phone = request.phoneVerdict.verdict
  const verdict = admittedVerdict(law, facts, grade, now, { code: 'grade-not-eligible', phone })
  const withoutUnit = assessFacts(law, own)
  const expected = [verdict.verdict, ...(withoutUnit.ok ? [withoutUnit.assessment.grades[grade].verdict] : [])]
  if (expected.includes(phone)) return { verdict, phoneVerdict: null }
  if (request.acknowledgedVerdict === verdict.verdict) return { verdict, phoneVerdict: phone }
  throw refuse('verdict-differs', { phone, server: verdict.verdict, assessment: verdict.assessment, law: law.version })
}
