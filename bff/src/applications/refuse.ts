import { type ErrorCode, errorRules } from '../contract'
import { AppError, type ErrorFacts } from '../platform/errors/app-error'

/** An expected failure, with the status that the contract gives its code. */
export function refuse(code: ErrorCode, facts: ErrorFacts = {}): AppError {
  return new AppError(code, facts, errorRules[code].status)
}
