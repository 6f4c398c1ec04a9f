import { randomUUID } from 'node:crypto'
import { Injectable, Logger } from '@nestjs/common'
import { Settings } from '../settings/settings'
import { Clock } from '../time/clock'
import { isTimely, sameText, signatureOf } from './signature'

export interface OfficeRequest {
  method: 'GET' | 'POST' | 'PUT'
  /** `/v1/…`, with its query. */
  path: string
  /** An object is sent as JSON, a buffer as it is. */
  body?: object | Buffer
  headers?: Record<string, string>
  idempotencyKey?: string
  /** 5 s if absent: what a person waits for. The outbox may wait longer. */
  timeoutMilliseconds?: number
}

/**
 * `answer`: came from the office, whatever its status. `unreachable`: nothing came, or not in time. `untrusted`: something came that the
 * office did not sign. After the last two the outcome is unknown: the same request, same key, is sent again later.
 */
export type OfficeResult =
  | { kind: 'answer'; status: number; headers: Headers; body: Buffer }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'untrusted'; reason: string }

/** Signed calls to the exam office's records; every answer is verified before anybody reads it. */
@Injectable()
export class OfficeClient {
  private readonly logger = new Logger('office')

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async send(request: OfficeRequest): Promise<OfficeResult> {
    const nonce = randomUUID()
    const { body, headers } = this.signed(request, nonce)
    try {
      const response = await fetch(this.settings.officeBaseUrl + request.path, {
        method: request.method,
        headers,
        ...(body.length > 0 && { body: new Uint8Array(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(request.timeoutMilliseconds ?? 5000),
      })
      return this.verified(response, nonce, Buffer.from(await response.arrayBuffer()))
    } catch (error) {
      return { kind: 'unreachable', reason: error instanceof Error ? error.name : 'unknown' }
    }
  }

  private signed(request: OfficeRequest, nonce: string): { body: Buffer; headers: Record<string, string> } {
    const body = bytesOf(request.body)
    const [key] = this.settings.officeKeys
    if (!key) throw new Error('No key for the exam office')
    const timestamp = String(Math.floor(this.clock.now().getTime() / 1000))
    const { pathname, search } = new URL(this.settings.officeBaseUrl + request.path)
    const parts = [request.method, pathname + search, timestamp, nonce]
    const headers = {
      ...(request.body !== undefined && !Buffer.isBuffer(request.body) && { 'content-type': 'application/json' }),
      ...(request.idempotencyKey !== undefined && { 'idempotency-key': request.idempotencyKey }),
      ...request.headers,
      'x-key-id': key.id,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': signatureOf(key.key, parts, body),
    }
    return { body, headers }
  }

  private verified(response: Response, nonce: string, body: Buffer): OfficeResult {
    const { status, headers } = response
    const reason = this.distrust(status, headers, nonce, body)
    if (reason === undefined) return { kind: 'answer', status, headers, body }
    this.logger.warn({ status, reason }, 'an answer that the exam office did not sign')
    return { kind: 'untrusted', reason }
  }

  private distrust(status: number, headers: Headers, nonce: string, body: Buffer): string | undefined {
    const key = this.settings.officeKeys.find(({ id }) => id === headers.get('x-key-id'))
    const timestamp = headers.get('x-timestamp') ?? ''
    const signature = headers.get('x-signature')
    if (!key || signature === null) return 'unsigned'
    if (headers.get('x-nonce') !== nonce) return 'nonce of another request'
    if (!isTimely(timestamp, this.clock.now())) return 'out of time'
    const expected = signatureOf(key.key, [String(status), timestamp, nonce], body)
    return sameText(expected, signature) ? undefined : 'signature'
  }
}

function bytesOf(body: object | Buffer | undefined): Buffer {
  if (body === undefined) return Buffer.alloc(0)
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
}
