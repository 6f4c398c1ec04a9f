import type { ErrorCode } from '../contract'
import { AppError, type ErrorFacts } from '../platform/errors/app-error'

/** An expected failure. Its status stands beside the code in the contract. */
export const refuse = (code: ErrorCode, facts: ErrorFacts = {}): AppError => new AppError(code, facts)
