import { randomBytes } from 'node:crypto'
import { type Change } from './contract/types'
import { type OfficeKey, sameSignature, signature, signedHeaders } from './signing/signature'

/** The parts that tests look at; which of them is there depends on the call. */
interface AnsweredBody {
  code: string
  details: { problems: string[] }
  recordNo: string
  revision: number
  changes: Change[]
  newestSeq: number
}

export interface Answered {
  status: number
  /** Empty where the body is no JSON. */
  body: AnsweredBody
  headers: Headers
  /** Whether the answer's signature is right. */
  trusted: boolean
}

export interface CallOptions {
  body?: object | Buffer
  key?: OfficeKey
  idempotencyKey?: string
  nonce?: string
  now?: number
  /** Laid over the right headers; undefined takes one away. */
  headers?: Record<string, string | undefined>
}

/** A caller as the contract wants it, for tests of the office. */
export function signedClient(url: string, clock: { now(): number }, ours: OfficeKey) {
  return async (method: string, target: string, options: CallOptions = {}): Promise<Answered> => {
    const { body = '', key = ours, nonce = randomBytes(18).toString('base64url'), now = clock.now() } = options
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
    const headers = {
      ...signedHeaders(key, [method, `/v1${target}`], nonce, now, bytes),
      ...(method !== 'GET' && {
        'content-type': 'application/json',
        'idempotency-key': options.idempotencyKey ?? randomBytes(12).toString('hex'),
      }),
      ...options.headers,
    }
    const answer = await fetch(`${url}/v1${target}`, {
      method,
      headers: present(headers),
      ...(method !== 'GET' && { body: Uint8Array.from(bytes) }),
    })
    return read(answer, key, nonce)
  }
}

async function read(answer: Response, key: OfficeKey, nonce: string): Promise<Answered> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  const { status, headers } = answer
  const expected = signature(key.key, [String(status)], headers.get('x-timestamp') ?? '', nonce, bytes)
  const trusted = headers.get('x-nonce') === nonce && sameSignature(expected, headers.get('x-signature') ?? '')
  return { status, headers, trusted, body: parse(bytes.toString()) }
}

function present(headers: Record<string, string | undefined>): Headers {
  const result = new Headers()
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) result.set(name, value)
  return result
}

function parse(text: string): AnsweredBody {
  try {
    return JSON.parse(text)
  } catch {
    return { code: '', details: { problems: [] }, recordNo: '', revision: 0, changes: [], newestSeq: 0 }
  }
}
