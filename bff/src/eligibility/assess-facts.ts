import { assess, type Assessment, type FactProblem, type Facts, type Grade, parseFacts } from '@app/shared-rules'
import type { PhoneLaw, StoredVerdict } from '../contract'
import { AppError } from '../platform/errors/app-error'
import type { LawInForce } from './law'

export type Assessed = { ok: true; facts: Facts; assessment: Assessment } | { ok: false; problems: FactProblem[] }

/** The server's run of the law: untrusted facts in, verdict or problems out. */
export function assessFacts({ pack }: LawInForce, input: unknown): Assessed {
  const parsed = parseFacts(input, pack)
  if (!parsed.ok) return parsed
  return { ok: true, facts: parsed.facts, assessment: assess(pack, parsed.facts) }
}

/** What is kept with an application. */
export function verdictOf(law: LawInForce, assessment: Assessment, grade: Grade, at: Date): StoredVerdict {
  return { grade, verdict: assessment.grades[grade].verdict, assessment, law: law.version, at: at.toISOString() }
}

/** Whether the phone computed under the law that is in force here. */
export function phoneLaw(law: LawInForce, phone: { pack: string; referenceVersion?: string }): PhoneLaw {
  const same = phone.pack === law.version.pack && phone.referenceVersion === law.version.referenceVersion
  return same ? 'same' : 'pack-newer'
}

/** Facts that are fit to be kept. @throws AppError `facts-invalid` {problems} naming every wrong field */
export function parsedFacts({ pack }: LawInForce, input: unknown): Facts {
  const parsed = parseFacts(input, pack)
  if (!parsed.ok) throw new AppError('facts-invalid', { problems: parsed.problems }, 422)
  return parsed.facts
}
