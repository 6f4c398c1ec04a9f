import { createHash } from 'node:crypto'
import { Refusal } from '../contract/refusal'
import { type Storage } from './open-storage'

export interface Outcome {
  status: number
  body: object
}

interface Row {
  fingerprint: string
  status: number
  body: string
}

/**
 * Runs `work` once per key, in one transaction with what it writes; a repeat gets the first answer. The same key with
 * another request → Refusal 409. A refusal by `work` is an answer too, and is kept.
 */
export function once(storage: Storage, key: string, request: string[], body: Buffer, work: () => Outcome): Outcome {
  const fingerprint = createHash('sha256').update(request.join('\n')).update('\n').update(body).digest('hex')
  return storage.transaction(() => {
    const stored = storage.prepare<[string], Row>('select * from idempotency where key = ?').get(key)
    if (stored && stored.fingerprint !== fingerprint) {
      throw new Refusal(409, 'idempotency-conflict', 'This key was used with another request.')
    }
    if (stored) return { status: stored.status, body: readBody(stored.body) }
    const outcome = settle(storage, work)
    storage
      .prepare('insert into idempotency (key, fingerprint, status, body) values (?, ?, ?, ?)')
      .run(key, fingerprint, outcome.status, JSON.stringify(outcome.body))
    return outcome
  })()
}

/** The nested transaction takes back what a refused request had begun to write. */
function settle(storage: Storage, work: () => Outcome): Outcome {
  try {
    return storage.transaction(work)()
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body() }
    throw error
  }
}

function readBody(text: string): object {
  const body: unknown = JSON.parse(text)
  return body && typeof body === 'object' ? body : {}
}
