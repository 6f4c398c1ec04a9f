/** Facts of a failure, for the phone to put into words: never a text of ours, never personal data in the clear. */
export type ErrorFacts = Record<string, unknown>

/**
 * An expected failure that ends a request with `{code, facts, requestId}`. Every code and its HTTP status stand in
 * contract/errors.ts; `status` is for what has no code there (platform knows no contract).
 */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly facts: ErrorFacts = {},
    readonly status?: number,
  ) {
    super(code)
    this.name = 'AppError'
  }
}

export const notFound = (facts: ErrorFacts = {}): AppError => new AppError('not-found', facts)

/** Somebody else changed the row meanwhile: the answer bears what is stored now, so that nothing is lost silently. */
export const staleVersion = (stored: object): AppError => new AppError('version-conflict', { stored })
