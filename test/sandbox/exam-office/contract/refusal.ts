/** An answer other than success. `code` is one of those that the contract lists. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message)
  }

  body(): object {
    return { code: this.code, message: this.message, ...(this.details && { details: this.details }) }
  }
}
