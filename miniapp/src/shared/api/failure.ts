import { type ErrorCode } from '@app/contract'

/**
 * Codes of the server, and those that the phone finds by itself: `offline` (no network), `unreachable` (network, but no answer), `timeout`
 * (outcome unknown), `sign-in-needed` (the person must ask to sign in), `unreadable` (an answer that is not ours, e.g. a hotel's login page).
 */
export type FailureCode = ErrorCode | 'offline' | 'unreachable' | 'timeout' | 'sign-in-needed' | 'unreadable'

export interface Failure {
  code: FailureCode
  facts: Record<string, unknown>
  /** For the office, to find the fault in the log. */
  requestId?: string
}

export type Answer<T> = { ok: true; status: number; body: T; etag?: string } | { ok: false; failure: Failure }

export const failed = (code: FailureCode, facts: Record<string, unknown> = {}): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { code, facts },
})
