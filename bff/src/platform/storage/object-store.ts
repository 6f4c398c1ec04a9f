import type { Readable } from 'node:stream'

/** Where photos lie: never in the database, never public. Keys are ours: `[a-z0-9/-]+`, with a part that nobody can guess. */
export abstract class ObjectStore {
  /** Keeps the whole of it under the key, or nothing. @throws StoreUnavailable where the store is full or away */
  abstract put(key: string, content: Readable, about: ObjectFacts): Promise<void>
  /** Undefined: there is none. @throws StoreUnavailable */
  abstract open(key: string): Promise<Readable | undefined>
  /** Done as well where there is none. @throws StoreUnavailable */
  abstract remove(key: string): Promise<void>
  /**
   * Keys that begin so and are older than the instant, in their order, at most `limit`, those behind `after`: to find what no row knows.
   * @throws StoreUnavailable
   */
  abstract list(prefix: string, before: Date, limit: number, after?: string): Promise<string[]>
  /** Whether it can be read and written now. */
  abstract ready(): Promise<boolean>
}

export interface ObjectFacts {
  mediaType: string
}

/** The store is full or away: nothing was kept, the same may succeed later. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('The object store is not available', { cause })
  }
}
