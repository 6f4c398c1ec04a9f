import type { Assessment, FactProblem, Facts, Grade, Verdict } from './law'

/** Which law a verdict was computed under. */
export interface LawVersion {
  /** Pack id, e.g. `jiaozuo-2023`. */
  pack: string
  /** Version of the office's reference data laid over it; absent: the bare pack. */
  referenceVersion?: string
  /** Readings that the office has pinned: reading id → option. */
  pins: Record<string, string>
}

/** POST /api/v1/eligibility/assessments, public, stores nothing. */
export interface AssessRequest {
  facts: Facts
  /** What the phone computed with; the answer says if there is newer. */
  pack: string
  referenceVersion?: string
}

/** 200 in every case but malformed JSON or an unknown pack (404 `pack-unknown`). */
export type AssessAnswer =
  | { ok: true; assessment: Assessment; law: LawVersion; phoneLaw: PhoneLaw }
  | { ok: false; problems: FactProblem[]; law: LawVersion; phoneLaw: PhoneLaw }

/** `pack-newer`: the server knows a newer pack or newer office data; load `campaigns/current` again. */
export type PhoneLaw = 'same' | 'pack-newer'

/** What the phone computed for the grade applied for. Never stored as the verdict; only compared. */
export interface PhoneVerdict {
  verdict: Verdict
  pack: string
  referenceVersion?: string
}

/** The server's run, which counts; kept with the application. */
export interface StoredVerdict {
  grade: Grade
  /** Of `grade`. */
  verdict: Verdict
  assessment: Assessment
  law: LawVersion
  /** Instant of the computation. */
  at: string
}
