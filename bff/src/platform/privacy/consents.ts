/** What an account has agreed to. Filled by `session`; asked by whoever is about to keep person data. */
export abstract class Consents {
  /** Throws `consent-needed` {kind, version}. */
  abstract demand(accountId: string, kind: 'privacy' | 'sensitive-data'): Promise<void>
}
